import type { SourceId } from "@/lib/events/source-id";

/** How often, and in what portions, one source is read. Times in milliseconds. */
export type Pace = {
  /** Between two readings of what is new. */
  readonly headEvery: number;
  /** How far each of them goes back before the last one: rows may be published late. */
  readonly overlap: number;
  /** Between the starts of two readings of the whole lookback. */
  readonly reconcileEvery: number;
  /** Pause per call that the reconciliation made: keeps the budget free for people and for new events. */
  readonly reconcilePausePerCall: number;
  /** Pages of one window asked for at the same time, so that a slow answer does not waste the call budget. */
  readonly parallelPages: number;
  /** The number of pages a window should hold: more are split. */
  readonly targetPages: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * API-security events change status without changing their end, so that their lookback is read again often.
 * Every new WAF threat event takes a call for its detail: one page of them is parallel enough.
 * Cloud Firewall allows 10 calls/s of 10 rows each: ten at a time use that up even when an answer takes a
 * second. HSS allows 5 calls/min: one for what is new, two for the reconciliation, two for people.
 */
export const PACES: Record<SourceId, Pace> = {
  "waf-api-security": {
    headEvery: 30 * SECOND,
    overlap: 15 * MINUTE,
    reconcileEvery: 5 * MINUTE,
    reconcilePausePerCall: SECOND,
    parallelPages: 3,
    targetPages: 10,
  },
  "waf-threat": {
    headEvery: 30 * SECOND,
    overlap: 15 * MINUTE,
    reconcileEvery: 10 * MINUTE,
    reconcilePausePerCall: SECOND,
    parallelPages: 1,
    targetPages: 10,
  },
  "cloud-firewall": {
    headEvery: 30 * SECOND,
    overlap: 10 * MINUTE,
    reconcileEvery: 15 * MINUTE,
    reconcilePausePerCall: 500,
    parallelPages: 10,
    targetPages: 100,
  },
  "hss-rasp": {
    headEvery: MINUTE,
    overlap: 15 * MINUTE,
    reconcileEvery: 30 * MINUTE,
    reconcilePausePerCall: 30 * SECOND,
    parallelPages: 1,
    targetPages: 5,
  },
};
