import type { Clock } from "./clock";

/** More than anything is remembered for by it. */
const DAY_MS = 86_400_000;

/**
 * A time for what is remembered for a while, milliseconds. It never goes back: when the clock is set back, a day passes
 * instead, so that nothing is remembered for longer than it should be.
 */
export function onwardTime(clock: Clock): { now(): number } {
  let latest = Number.NEGATIVE_INFINITY;
  let ahead = 0;
  return {
    now() {
      const clockNow = clock().getTime();
      if (clockNow + ahead < latest) ahead = latest + DAY_MS - clockNow;
      latest = clockNow + ahead;
      return latest;
    },
  };
}
