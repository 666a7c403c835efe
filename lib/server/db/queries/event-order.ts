import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { SortField } from "@/lib/events/fields";
import type { Position } from "@/lib/events/position";
import type { Sort } from "@/lib/events/query";
import { storableInstant } from "../instant-bounds";
import { events } from "../schema/events";

/**
 * The columns of each order, as its index has them. All of them run in one direction: the index is read
 * forwards or backwards, and one comparison of rows finds the place where the next page starts.
 */
const ORDERS = {
  lastSeenAt: [events.lastSeenAt, events.id],
  severity: [events.severity, events.lastSeenAt, events.id],
  attackCount: [events.attackCount, events.lastSeenAt, events.id],
} as const satisfies Record<SortField, unknown>;

/** What rows are ordered by. */
export const directed = (sort: Sort): SQL =>
  sql.join(
    ORDERS[sort.field].map((column) => (sort.descending ? desc(column) : asc(column))),
    sql`, `,
  );

const columnsOf = (sort: Sort): SQL => sql`(${sql.join([...ORDERS[sort.field]], sql`, `)})`;

function placeOf({ value, at, id }: Position, sort: Sort): SQL {
  const instant = sql`${storableInstant(new Date(at))}::timestamptz`;
  return sort.field === "lastSeenAt" ? sql`(${instant}, ${id})` : sql`(${value}::bigint, ${instant}, ${id})`;
}

/** True for the rows after a position. */
export const isAfter = (position: Position, sort: Sort): SQL =>
  sql`${columnsOf(sort)} ${sql.raw(sort.descending ? "<" : ">")} ${placeOf(position, sort)}`;

/** True for the rows before a position, and for the one there. */
export const isUpTo = (position: Position, sort: Sort): SQL =>
  sql`${columnsOf(sort)} ${sql.raw(sort.descending ? ">=" : "<=")} ${placeOf(position, sort)}`;
