import { type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import { storableInstant, withinCalendar } from "../instant-bounds";
import { eventCountChanges, eventCounts } from "../schema/event-counts";
import { events } from "../schema/events";
import { SEARCHED_FIELDS } from "./searched-fields";

/** Counts are kept per stretch of this length, and of four of them (a day); migrations/0004. Milliseconds. */
export const FINE_MS = 21_600_000;
const FINES_IN_DAY = 4;
const LEVELS = { fine: 0, day: 1, all: 2 } as const;

/** From (inclusive) and to (exclusive), milliseconds; null where it is open. */
export type Stretch = { readonly from: number | null; readonly to: number | null };

/** A stretch in whole pieces of some length; null where it is open. */
type Pieces = { readonly from: number | null; readonly to: number | null };

const isEmpty = ({ from, to }: Pieces) => from !== null && to !== null && from >= to;

/** The whole pieces inside a stretch. */
const inside = ({ from, to }: Pieces, length: number): Pieces => ({
  from: from === null ? null : Math.ceil(from / length),
  to: to === null ? null : Math.floor(to / length),
});

/** A filter that only these parts narrow is answered from kept counts. */
export function isKept(filter: EventFilter): boolean {
  return filter.q === null && SEARCHED_FIELDS.every((field) => filter.fields[field] === undefined);
}

/**
 * What is kept of the events in a stretch of time: a relation of (combination_id, at, events, attacks), to be
 * summed. `at` (seconds since 1970) is the start of the piece of time that the counts are of. Whole days and
 * quarters of days are read from kept counts; the rest, at both ends, from the index of time.
 * @param longest the longest pieces of time that are of use.
 */
export function countedEvents(stretch: Stretch, longest: "all" | "day" | "fine"): SQL {
  const bounds = {
    from: stretch.from === null ? null : withinCalendar(stretch.from),
    to: stretch.to === null ? null : withinCalendar(stretch.to),
  };
  const fine = inside(bounds, FINE_MS);
  if (isEmpty(fine)) return unionAll([countRaw(bounds)]);
  if (fine.from === null && fine.to === null && longest === "all") {
    return unionAll([kept(LEVELS.all, { from: null, to: null }), unsettled(fine)]);
  }
  const days = longest === "fine" ? { from: 0, to: 0 } : inside(fine, FINES_IN_DAY);
  const parts = isEmpty(days)
    ? [kept(LEVELS.fine, fine)]
    : [
        kept(LEVELS.day, days),
        ...beside(fine, { from: times(days.from), to: times(days.to) }).map((piece) =>
          kept(LEVELS.fine, piece),
        ),
      ];
  const start = { from: bounds.from, to: fine.from === null ? null : fine.from * FINE_MS };
  const end = { from: fine.to === null ? null : fine.to * FINE_MS, to: bounds.to };
  const edges = [start, end].filter(({ from, to }) => from !== null && to !== null && from < to);
  return unionAll([...parts, unsettled(fine), ...edges.map(countRaw)]);
}

const times = (days: number | null) => (days === null ? null : days * FINES_IN_DAY);

/** What an outer stretch has before and after an inner one. */
function beside(outer: Pieces, inner: Pieces): Pieces[] {
  const before = { from: outer.from, to: inner.from };
  const after = { from: inner.to, to: outer.to };
  return [before, after].filter(({ from, to }) => from !== null && to !== null && from < to);
}

const unionAll = (parts: readonly SQL[]): SQL => sql`(${sql.join([...parts], sql` UNION ALL `)})`;

function within(column: SQL, { from, to }: Pieces): SQL {
  const conditions = [
    ...(from === null ? [] : [sql`${column} >= ${from}::integer`]),
    ...(to === null ? [] : [sql`${column} < ${to}::integer`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);
}

function kept(level: number, pieces: Pieces): SQL {
  const seconds = (FINE_MS / 1000) * (level === LEVELS.day ? FINES_IN_DAY : 1);
  return sql`SELECT combination_id, bucket * ${seconds}::float8 AS at, events, attacks FROM ${eventCounts}
    WHERE level = ${level}::smallint AND ${within(sql`bucket`, pieces)}`;
}

function unsettled(pieces: Pieces): SQL {
  return sql`SELECT combination_id, bucket * ${FINE_MS / 1000}::float8, events, attacks FROM ${eventCountChanges}
    WHERE ${within(sql`bucket`, pieces)}`;
}

/** Counted from the events themselves: no more than some hours of them. */
function countRaw({ from, to }: Stretch): SQL {
  const start = (from ?? 0) / 1000;
  return sql`SELECT ${events.combinationId}, ${start}::float8 AS at, count(*) AS events,
      sum(${events.attackCount})::bigint AS attacks FROM ${events} WHERE ${inStretch({ from, to }) ?? sql`true`} GROUP BY ${events.combinationId}`;
}

/** The events of a stretch, as a condition on a column of last activity. */
export function inStretch({ from, to }: Stretch, column: SQL = sql`${events.lastSeenAt}`): SQL | undefined {
  const instant = (at: number) => sql`${storableInstant(new Date(at))}::timestamptz`;
  const conditions = [
    ...(from === null ? [] : [sql`${column} >= ${instant(from)}`]),
    ...(to === null ? [] : [sql`${column} < ${instant(to)}`]),
  ];
  return conditions.length === 0 ? undefined : sql.join(conditions, sql` AND `);
}
