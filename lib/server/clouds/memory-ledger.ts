import type { CallLedger } from "./call-budgets";
import type { CallBudget } from "./operation";

/** Kept back from the limit against small differences between leaving here and arriving there. */
const WINDOW_MARGIN = 1.02;
const SPACING_MARGIN = 1.03;

/** Calls whose times tell how long the shortest way takes. */
const REMEMBERED = 50;

/** The most that a call is taken to have been late on its way: an answer may also take long to be made. */
const MOST_LATE_MS = 300;

/** Unix milliseconds; `answeredAt` is null until then. */
type Counted = { readonly at: number; answeredAt: number | null };

type Line = { calls: Counted[]; nextSlot: number };

/**
 * Counts the calls of this process. No window of the limit's length, wherever it starts, holds more than the
 * limit. The cloud counts a call when it arrives, which a first connection or a busy machine delays: a call
 * that was answered later than the quickest ones is taken to have arrived later by as much. The background's
 * calls are spread evenly, so that a person never waits for a whole window; a person's call may use any free
 * place at once.
 */
export function createMemoryLedger(): CallLedger {
  const lines = new Map<string, Line>();
  return {
    async reserve({ key, calls, perMs, priority }, now) {
      const line = lineAt(lines.get(key), now);
      lines.set(key, line);
      const windowWait = freeAt(line, { calls, perMs }, now) - now;
      const wait = priority === "person" ? windowWait : Math.max(windowWait, line.nextSlot - now);
      if (wait > 0) return Math.ceil(wait);
      line.calls.push({ at: now, answeredAt: null });
      line.calls.splice(0, line.calls.length - Math.max(calls, REMEMBERED));
      const spacing = (perMs * SPACING_MARGIN) / calls;
      // A call that comes a little late keeps the rhythm; after a pause the rhythm starts anew.
      line.nextSlot = (now - line.nextSlot > spacing ? now : line.nextSlot) + spacing;
      return 0;
    },
    answered(key, takenAt, now) {
      const call = lines
        .get(key)
        ?.calls.findLast(({ at, answeredAt }) => at <= takenAt && answeredAt === null);
      if (call) call.answeredAt = now;
    },
  };
}

/** What was counted; nothing when the clock was set back, for old times then say nothing. */
function lineAt(line: Line | undefined, now: number): Line {
  return line && (line.calls.at(-1)?.at ?? now) <= now ? line : { calls: [], nextSlot: now };
}

/** When the window has room for one more call. */
function freeAt({ calls }: Line, limit: CallBudget, now: number): number {
  const ways = calls.flatMap(({ at, answeredAt }) => (answeredAt === null ? [] : [answeredAt - at]));
  const quickest = Math.min(...ways);
  const leaving = calls.map(({ at, answeredAt }) => {
    const late = Math.min(MOST_LATE_MS, Math.max(0, (answeredAt ?? now) - at - quickest));
    return at + Math.max(limit.perMs * WINDOW_MARGIN, limit.perMs + late);
  });
  return leaving.sort((a, b) => b - a)[limit.calls - 1] ?? now;
}
