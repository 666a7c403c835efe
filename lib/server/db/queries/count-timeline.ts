import { type SQL, sql } from "drizzle-orm";
import type { EventTimeline } from "@/lib/api/event-list";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { type EventFilter, resolveRange } from "@/lib/events/query";
import type { Severity } from "@/lib/events/severity";
import { severityCodes } from "../codes";
import type { Database } from "../database";
import { withinCalendar } from "../instant-bounds";
import { facetCombinations } from "../schema/event-counts";
import { events } from "../schema/events";
import { BUCKET_ORIGIN, type Buckets, bucketsFor } from "../timeline-buckets";
import { combinationConditions } from "./combination-conditions";
import { countedEvents, FINE_MS, isKept } from "./counted-events";
import { type EventSource, eventSource, stretchOf } from "./event-conditions";

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
  const { rows } = await db.execute<{ bucket: number; severity: number; measured: number }>(
    isKept(filter) && (buckets.seconds * 1000) % FINE_MS === 0
      ? fromKept(filter, now, buckets, measure)
      : fromEvents(buckets, measure, await eventSource(db, filter, now)),
  );
  const timeline = emptyTimeline(buckets);
  for (const row of rows) {
    const bucket = timeline.buckets[row.bucket];
    if (bucket) bucket.counts[severityCodes.decode(row.severity)] = row.measured;
  }
  return timeline;
}

/** The place of an instant (seconds since 1970) among the buckets. */
const placeOf = (at: SQL, { start, seconds }: Buckets) =>
  sql`floor((${at} - ${start / 1000}::float8) / ${seconds}::float8)::integer`;

function fromKept(filter: EventFilter, now: Date, buckets: Buckets, measure: TimelineMeasure): SQL {
  const longest = (buckets.seconds * 1000) % (4 * FINE_MS) === 0 ? "day" : "fine";
  const measured = measure === "events" ? sql`sum(counted.events)` : sql`sum(counted.attacks)`;
  return sql`SELECT ${placeOf(sql`counted.at`, buckets)} AS bucket, severity, ${measured}::float8 AS measured
    FROM ${countedEvents(stretchOf(filter, now), longest)} AS counted
    JOIN ${facetCombinations} ON ${facetCombinations.id} = counted.combination_id
    WHERE ${combinationConditions(filter) ?? sql`true`} GROUP BY 1, 2`;
}

function fromEvents(buckets: Buckets, measure: TimelineMeasure, source: EventSource): SQL {
  const measured = measure === "events" ? sql`count(*)` : sql`sum(matching.attack_count)`;
  const at = sql`extract(epoch FROM bin)::float8`;
  // Instants are put into their bins as whole numbers; as seconds they would be decimal ones, which are slow.
  return sql`SELECT ${placeOf(at, buckets)} AS bucket, severity, measured::float8 AS measured FROM (
      SELECT date_bin(${`${buckets.seconds} seconds`}::interval, matching.last_seen_at, ${BUCKET_ORIGIN.toISOString()}::timestamptz) AS bin,
        ${facetCombinations.severity}, ${measured} AS measured
      FROM (SELECT ${events.lastSeenAt}, ${events.combinationId}, ${events.attackCount}
        FROM ${source.relation} WHERE ${source.where ?? sql`true`}) AS matching
      JOIN ${facetCombinations} ON ${facetCombinations.id} = matching.combination_id GROUP BY 1, 2) AS counted`;
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
