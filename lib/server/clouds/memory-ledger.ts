import type { CallLedger } from "./call-budgets";

/**
 * Kept back from the limit. A call is counted here when it leaves and by the cloud when it arrives; the
 * difference must not squeeze one too many into the cloud's window.
 */
const WINDOW_MARGIN = 1.02;
const SPACING_MARGIN = 1.03;

type Counted = { readonly at: number[]; nextSlot: number };

/**
 * Counts the calls of this process. No window of the limit's length, wherever it starts, holds more than the
 * limit. The background's calls are spread evenly, so that a person never waits for a whole window; a
 * person's call may use any free place at once.
 */
export function createMemoryLedger(): CallLedger {
  const ledgers = new Map<string, Counted>();
  return {
    async reserve({ key, calls, perMs, priority }, now) {
      const counted = ledgers.get(key) ?? { at: [], nextSlot: now };
      ledgers.set(key, counted);
      // The clock was set back: what was counted under the old time says nothing.
      if ((counted.at.at(-1) ?? now) > now) Object.assign(counted, { at: [], nextSlot: now });
      const spacing = (perMs * SPACING_MARGIN) / calls;
      const oldest = counted.at.length >= calls ? counted.at[counted.at.length - calls] : undefined;
      const windowWait = oldest === undefined ? 0 : oldest + perMs * WINDOW_MARGIN - now;
      const wait = priority === "person" ? windowWait : Math.max(windowWait, counted.nextSlot - now);
      if (wait > 0) return Math.ceil(wait);
      counted.at.push(now);
      if (counted.at.length > calls) counted.at.shift();
      // A call that comes a little late keeps the rhythm; after a pause the rhythm starts anew.
      const slot = now - counted.nextSlot > spacing ? now : counted.nextSlot;
      counted.nextSlot = slot + spacing;
      return 0;
    },
  };
}
