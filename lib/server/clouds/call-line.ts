import { z } from "zod";
import type { BudgetRequest } from "./call-budgets";
import type { CallBudget } from "./operation";

/** Kept back from the limit against small differences between leaving here and arriving there. */
const WINDOW_MARGIN = 1.02;
const SPACING_MARGIN = 1.03;

/** Of the limit's length: who comes later than this had nothing to ask. */
const PAUSE = 0.3;

/** Calls whose times tell how long the shortest way takes. */
const REMEMBERED = 50;

/** The most that a call is taken to have been late on its way: an answer may also take long to be made. */
const MOST_LATE_MS = 300;

/** Unix milliseconds; `answeredAt` is null until then. */
const countedSchema = z.object({ at: z.number(), answeredAt: z.number().nullable() });
type Counted = z.infer<typeof countedSchema>;

/** The calls of one budget so far, oldest first, and when the background may call next. */
export const callLineSchema = z.object({ calls: z.array(countedSchema), nextSlot: z.number() });
export type CallLine = z.infer<typeof callLineSchema>;

/**
 * Counts a call, if it may be made now. No window of the limit's length, wherever it starts, holds more than the
 * limit. The cloud counts a call when it arrives, which a first connection or a busy machine delays: a call
 * that was answered later than the quickest ones is taken to have arrived later by as much. The background's
 * calls are spread evenly, so that a person never waits for a whole window; a person's call may use any free
 * place at once. A clock that is set forward makes calls look older than they are: one window may then hold twice the
 * limit, which the cloud's own throttling answers and our retries take care of.
 * @param known null before the first call.
 * @param now Unix milliseconds.
 * @returns the line afterwards, and 0 when the call was counted, else the milliseconds to wait before asking again.
 */
export function countCall(
  known: CallLine | null,
  { calls, perMs, priority }: CallBudget & Pick<BudgetRequest, "priority">,
  now: number,
): { readonly line: CallLine; readonly wait: number } {
  const line = lineAt(known, now);
  const windowWait = freeAt(line, { calls, perMs }, now) - now;
  const wait = priority === "person" ? windowWait : Math.max(windowWait, line.nextSlot - now);
  if (wait > 0) return { line, wait: Math.ceil(wait) };
  const spacing = (perMs * SPACING_MARGIN) / calls;
  return {
    wait: 0,
    line: {
      calls: [...line.calls, { at: now, answeredAt: null }].slice(-Math.max(calls, REMEMBERED)),
      // Calls that come late, on a busy machine or behind a slow answer, keep the rhythm, so that what was lost is
      // caught up with as soon as the window allows it; after a pause the rhythm starts anew.
      nextSlot: (now - line.nextSlot > perMs * PAUSE ? now : line.nextSlot) + spacing,
    },
  };
}

/** The line once a call was answered, or failed: the last one that was let through by `takenAt`. */
export function answerCall(line: CallLine, takenAt: number, now: number): CallLine {
  const index = line.calls.findLastIndex(({ at, answeredAt }) => at <= takenAt && answeredAt === null);
  const calls = line.calls.map((call, at) => (at === index ? { ...call, answeredAt: now } : call));
  return { ...line, calls };
}

/**
 * What was counted. When the clock was set back, the latest call counts as made just now: nobody knows how long ago it
 * was, and no window may hold too many.
 */
function lineAt(line: CallLine | null, now: number): CallLine {
  if (line === null) return { calls: [], nextSlot: now };
  const ahead = (line.calls.at(-1)?.at ?? now) - now;
  if (ahead <= 0) return line;
  return {
    calls: line.calls.map(({ at, answeredAt }) => ({
      at: at - ahead,
      answeredAt: answeredAt === null ? null : answeredAt - ahead,
    })),
    nextSlot: line.nextSlot - ahead,
  };
}

/** When the window has room for one more call. */
function freeAt({ calls }: { readonly calls: readonly Counted[] }, limit: CallBudget, now: number): number {
  const ways = calls.flatMap(({ at, answeredAt }) => (answeredAt === null ? [] : [answeredAt - at]));
  const quickest = Math.min(...ways);
  const leaving = calls.map(({ at, answeredAt }) => {
    const late = Math.min(MOST_LATE_MS, Math.max(0, (answeredAt ?? now) - at - quickest));
    return at + Math.max(limit.perMs * WINDOW_MARGIN, limit.perMs + late);
  });
  return leaving.sort((a, b) => b - a)[limit.calls - 1] ?? now;
}
