import type { Logger } from "pino";
import type { CallLedger } from "@/lib/server/clouds/call-budgets";
import { answerCall, callLineSchema, countCall } from "@/lib/server/clouds/call-line";
import type { Database } from "@/lib/server/db/database";
import { changeCallLine } from "@/lib/server/db/queries/call-lines";

/** A call that is under way: when this process's clock and the database's say it was let through. */
type UnderWay = { readonly here: number; readonly there: number };

/** Counts the calls of all processes in their database, by the database's clock. */
export function createSharedLedger(db: Database, logger: Logger): CallLedger {
  const underWay = new Map<string, UnderWay[]>();
  return {
    async reserve({ key, ...request }, here) {
      const { wait, there } = await changeCallLine(db, key, (stored, there) => {
        const { line, wait } = countCall(callLineSchema.nullable().catch(null).parse(stored), request, there);
        return { line, result: { wait, there } };
      });
      if (wait === 0) underWay.set(key, [...(underWay.get(key) ?? []), { here, there }]);
      return wait;
    },
    answered(key, takenAt, here) {
      const calls = underWay.get(key) ?? [];
      const call = calls.findLast((one) => one.here <= takenAt);
      if (!call) return;
      underWay.set(
        key,
        calls.filter((one) => one !== call),
      );
      changeCallLine(db, key, (stored) => {
        const line = callLineSchema.nullable().catch(null).parse(stored);
        const answeredAt = call.there + (here - call.here);
        return { line: line && answerCall(line, call.there, answeredAt), result: null };
      }).catch((error: unknown) => logger.warn({ err: error }, "The end of a cloud call was not counted"));
    },
  };
}
