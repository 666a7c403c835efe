import type { EventTimeline } from "@/lib/api/event-list";
import { SEVERITIES, type Severity } from "@/lib/events/severity";

export type TimelineBucket = {
  /** Start, ISO 8601 UTC, inclusive. */
  start: string;
  /** End, ISO 8601 UTC, exclusive. */
  end: string;
  counts: Record<Severity, number>;
  total: number;
};

/** The buckets with their ends and totals. */
export function timelineBuckets({ bucketSeconds, buckets }: EventTimeline): TimelineBucket[] {
  return buckets.map(({ start, counts }) => ({
    start,
    end: new Date(Date.parse(start) + bucketSeconds * 1_000).toISOString(),
    counts,
    total: SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0),
  }));
}

/** The sum of several buckets per severity. */
export function sumBuckets(buckets: readonly TimelineBucket[]): Record<Severity, number> {
  const sum = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { counts } of buckets) for (const severity of SEVERITIES) sum[severity] += counts[severity];
  return sum;
}
