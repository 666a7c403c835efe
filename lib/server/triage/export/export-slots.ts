import { ProblemError } from "@/lib/server/http/problem-error";

/** How many files are written at the same time, and how slowly they may be read. */
export type ExportLimits = {
  readonly perPerson: number;
  /** Of one process. Each may hold some megabytes for as long as it is read. */
  readonly together: number;
  /**
   * A reader who takes nothing for so long is disconnected; milliseconds. The network hands over what it holds in large
   * portions: at 1 kB/s one can last for 20 minutes.
   */
  readonly idleMs: number;
};

export const EXPORT_LIMITS: ExportLimits = { perPerson: 5, together: 50, idleMs: 30 * 60_000 };

/** The exports that are being read from this process. */
export type ExportSlots = {
  readonly idleMs: number;
  /**
   * Begins one more.
   * @param begin is given what has to be called once when it has ended, unless it does not begin at all.
   * @throws ProblemError rate-limited, and whatever `begin` throws.
   */
  take<Result>(userId: string, begin: (onEnd: () => void) => Promise<Result>): Promise<Result>;
};

export function createExportSlots({
  perPerson,
  together,
  idleMs,
}: ExportLimits = EXPORT_LIMITS): ExportSlots {
  const taken: string[] = [];
  const refuse = (detail: string) =>
    new ProblemError("rate-limited", detail, { headers: { "retry-after": "30" } });
  return {
    idleMs,
    async take(userId, begin) {
      if (taken.filter((one) => one === userId).length >= perPerson) {
        throw refuse(
          `At most ${perPerson} exports of one person run at a time. Wait until one has ended, or end one.`,
        );
      }
      if (taken.length >= together) {
        throw refuse(`At most ${together} exports run at a time on this server. Try again in a moment.`);
      }
      taken.push(userId);
      const onEnd = () => {
        taken.splice(taken.indexOf(userId), 1);
      };
      try {
        return await begin(onEnd);
      } catch (error) {
        onEnd();
        throw error;
      }
    },
  };
}
