/** The first pause after a failure, and the longest; milliseconds. */
const FIRST = 2_000;
const LONGEST = 5 * 60_000;

/**
 * How long to wait after the n-th failure in a row: doubling, capped at five minutes, and spread over its
 * second half so that many sources failing together do not come back together.
 * @param failures 1 after the first failure.
 * @param random a number from 0 to 1.
 * @param hint the cloud's own wish in milliseconds; never undercut.
 */
export function backoff(failures: number, random: () => number, hint: number | null = null): number {
  const pause = Math.min(LONGEST, FIRST * 2 ** (Math.max(1, failures) - 1));
  return Math.max(Math.round(pause / 2 + (pause / 2) * random()), Math.min(hint ?? 0, LONGEST));
}
