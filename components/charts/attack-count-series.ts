import type { AttackBucket } from "@/lib/api/event-detail";

/** The event's own span. `from` is null where the product publishes only the last attack. */
export type EventSpan = { readonly from: string | null; readonly to: string };

/** One bar: attacks from `at` (milliseconds) on. */
export type AttackCountPoint = {
  readonly at: number;
  readonly count: number;
  /** The bar overlaps the event's own span. */
  readonly inSpan: boolean;
};

export type AttackCountSeries = {
  readonly points: readonly AttackCountPoint[];
  /** Width of one bar, milliseconds. */
  readonly stepMs: number;
  /** `false` when empty stretches were left out, because the points lie too far apart to draw to scale. */
  readonly toScale: boolean;
  readonly total: number;
  readonly outsideSpan: number;
  /** Where the event's own span stands relative to the points that were drawn. */
  readonly spanPosition: "overlaps" | "before" | "after";
};

const MAX_BARS = 240;
/** Below this many buckets each is drawn by itself, even if their distances cannot be. */
const FEW_POINTS = 60;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NICE_STEPS = [
  SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
] as const;

/** The clouds do not say how wide a bucket is: at most an hour, and no wider than the smallest distance. */
function bucketWidth(buckets: readonly { at: number }[]): number {
  const distances = buckets.flatMap((bucket, index) => {
    const before = buckets[index - 1];
    return before && bucket.at > before.at ? [bucket.at - before.at] : [];
  });
  if (distances.length === 0) return MINUTE;
  const widest = Math.min(HOUR, ...distances);
  return NICE_STEPS.findLast((step) => step <= widest) ?? SECOND;
}

function grouped(buckets: readonly { at: number; count: number }[], stepMs: number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { at, count } of buckets) {
    const start = Math.floor(at / stepMs) * stepMs;
    sums.set(start, (sums.get(start) ?? 0) + count);
  }
  return sums;
}

/** Bars of equal width from the first to the last bucket, empty ones included. */
function drawToScale(buckets: readonly { at: number; count: number }[], stepMs: number) {
  const sums = grouped(buckets, stepMs);
  const starts = [...sums.keys()];
  const first = Math.min(...starts);
  const bars = Math.round((Math.max(...starts) - first) / stepMs) + 1;
  return Array.from({ length: bars }, (_, index) => {
    const at = first + index * stepMs;
    return { at, count: sums.get(at) ?? 0 };
  });
}

function chooseBars(buckets: readonly { at: number; count: number }[], stepMs: number) {
  const first = buckets[0]?.at ?? 0;
  const length = (buckets.at(-1)?.at ?? 0) - first;
  if (length / stepMs < MAX_BARS) return { bars: drawToScale(buckets, stepMs), stepMs, toScale: true };
  if (buckets.length <= FEW_POINTS) return { bars: buckets, stepMs, toScale: false };
  const wider =
    NICE_STEPS.find((step) => step > stepMs && length / step < MAX_BARS) ?? length / (MAX_BARS - 1);
  return { bars: drawToScale(buckets, wider), stepMs: wider, toScale: true };
}

/**
 * What the attack-count chart draws. Every published count is kept, also far outside the event's own span:
 * AttackCntInfo may hold minutes of another year, which then stand side by side, not to scale.
 * @param buckets sorted by time, as the detail gives them.
 */
export function buildAttackCountSeries(buckets: readonly AttackBucket[], span: EventSpan): AttackCountSeries {
  const parsed = buckets.map(({ at, count }) => ({ at: new Date(at).getTime(), count }));
  const { bars, stepMs, toScale } = chooseBars(parsed, bucketWidth(parsed));
  const to = new Date(span.to).getTime();
  const from = span.from === null ? Number.NEGATIVE_INFINITY : new Date(span.from).getTime();
  const points = bars.map(({ at, count }) => ({ at, count, inSpan: at + stepMs > from && at <= to }));
  const outside = points.filter((point) => !point.inSpan);
  return {
    points,
    stepMs,
    toScale,
    total: points.reduce((sum, { count }) => sum + count, 0),
    outsideSpan: outside.reduce((sum, { count }) => sum + count, 0),
    spanPosition:
      outside.length < points.length ? "overlaps" : to < (points[0]?.at ?? 0) ? "before" : "after",
  };
}
