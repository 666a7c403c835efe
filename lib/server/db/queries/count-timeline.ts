import { sql } from "drizzle-orm";
import type { EventTimeline } from "@/lib/api/event-list";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { type EventFilter, resolveRange } from "@/lib/events/query";
import type { Severity } from "@/lib/events/severity";
import { severityCodes } from "../codes";
import type { Database } from "../database";
import { withinCalendar } from "../instant-bounds";
import { events } from "../schema/events";
import { BUCKET_ORIGIN, type Buckets, bucketsFor } from "../timeline-buckets";
import { eventConditions } from "./event-conditions";

/** Shown where there is neither a range nor an event. */
const EMPTY_SPAN_MS = 86_400_000;

/**
 * Matching events, or the sum of their attacks, per time bucket of last activity and severity. The buckets
 * cover the filter's range; where it is open, the span of all events, so that the axis stays in place while
 * other filters change. Buckets without events are included.
 */
export async function countTimeline(
  db: Database,
  filter: EventFilter,
  measure: TimelineMeasure,
  now: Date,
): Promise<EventTimeline> {
  const buckets = bucketsFor(...(await span(db, filter, now)));
  const measured = measure === "events" ? sql`count(*)` : sql`sum(${events.attackCount})`;
  const { rows } = await db.execute<{ start: number; severity: number; measured: number }>(
    sql`SELECT extract(epoch FROM bucket)::float8 * 1000 AS start, severity, measured::float8 AS measured FROM (
        SELECT date_bin(${`${buckets.seconds} seconds`}::interval, ${events.lastSeenAt}, ${BUCKET_ORIGIN.toISOString()}::timestamptz) AS bucket,
          ${events.severity}, ${measured} AS measured
        FROM ${events} WHERE ${eventConditions(filter, now) ?? sql`true`}
        GROUP BY 1, 2) AS counted`,
  );
  const timeline = emptyTimeline(buckets);
  for (const row of rows) {
    const bucket = timeline.buckets[(row.start - buckets.start) / (buckets.seconds * 1000)];
    if (bucket) bucket.counts[severityCodes.decode(row.severity)] = row.measured;
  }
  return timeline;
}

/** From (inclusive) and to (exclusive), milliseconds. */
async function span(db: Database, filter: EventFilter, now: Date): Promise<[number, number]> {
  const { from, to } = resolveRange(filter, now);
  if (from && to) return [from.getTime(), to.getTime()];
  const { rows } = await db.execute<{ first: number | null; last: number | null }>(
    sql`SELECT extract(epoch FROM min(${events.lastSeenAt}))::float8 * 1000 AS first,
      extract(epoch FROM max(${events.lastSeenAt}))::float8 * 1000 AS last FROM ${events}`,
  );
  const first = rows[0]?.first ?? null;
  const last = rows[0]?.last ?? null;
  // An open end reaches to the present, and beyond it where a cloud's clock is ahead.
  const end = to?.getTime() ?? Math.max(now.getTime(), last ?? 0) + 1;
  const start = from?.getTime() ?? first ?? end - EMPTY_SPAN_MS;
  return [Math.min(start, end - 1), end];
}

function emptyTimeline({ seconds, start, count }: Buckets): EventTimeline {
  return {
    bucketSeconds: seconds,
    buckets: Array.from({ length: count }, (_, index) => ({
      start: new Date(withinCalendar(start + index * seconds * 1000)).toISOString(),
      counts: noEvents(),
    })),
  };
}

const noEvents = (): Record<Severity, number> => ({ critical: 0, high: 0, medium: 0, low: 0, info: 0 });
