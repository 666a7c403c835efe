import type { Failure } from "./failure";

/** How the reading of one source goes. Epoch milliseconds. */
export type Health = {
  readonly lastAttemptAt: number | null;
  /** The last time at which all that is new had been read. */
  readonly lastSuccessAt: number | null;
  /** Without another success the copy counts as stale from then on. */
  readonly freshUntil: number | null;
  readonly failingSince: number | null;
  readonly failure: Failure | null;
};

export const UNTRIED: Health = {
  lastAttemptAt: null,
  lastSuccessAt: null,
  freshUntil: null,
  failingSince: null,
  failure: null,
};

/** A copy is stale when as many readings in a row as this did not come to an end. */
const MISSED_READINGS = 4;

export const attempted = (health: Health, now: number): Health => ({ ...health, lastAttemptAt: now });

export const failed = (health: Health, now: number, failure: Failure): Health => ({
  ...health,
  failingSince: health.failingSince ?? now,
  failure,
});

export const recovered = (health: Health): Health => ({ ...health, failingSince: null, failure: null });

const before = (instant: number | null, now: number) => instant && Math.min(instant, now);

/** The clock was set back: nothing has happened later than now, and the copy has to prove itself again. */
export const rewoundHealth = (health: Health, now: number): Health => ({
  ...health,
  lastAttemptAt: before(health.lastAttemptAt, now),
  lastSuccessAt: before(health.lastSuccessAt, now),
  freshUntil: before(health.freshUntil, now),
  failingSince: before(health.failingSince, now),
});

/** All that was new at `readAt` has been read. */
export const succeeded = (health: Health, readAt: number, now: number, headEvery: number): Health => ({
  ...health,
  lastSuccessAt: readAt,
  freshUntil: now + MISSED_READINGS * headEvery,
});
