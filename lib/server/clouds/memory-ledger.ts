import type { CallLedger } from "./call-budgets";
import { answerCall, type CallLine, countCall } from "./call-line";

/** Counts the calls of this process. */
export function createMemoryLedger(): CallLedger {
  const lines = new Map<string, CallLine>();
  return {
    async reserve({ key, ...request }, now) {
      const { line, wait } = countCall(lines.get(key) ?? null, request, now);
      lines.set(key, line);
      return wait;
    },
    answered(key, takenAt, now) {
      const line = lines.get(key);
      if (line) lines.set(key, answerCall(line, takenAt, now));
    },
  };
}
