import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import type { EventQuery } from "@/lib/events/query";
import type { Database } from "../database";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";
import { targets } from "../schema/targets";
import { eventConditions } from "./event-conditions";
import { decodeCursor, encodeCursor } from "./event-cursor";
import { isAfter, orderColumns, positionOf } from "./event-order";
import { DETAIL_COLUMNS, EVENT_COLUMNS, toSecurityEvent } from "./event-rows";

export type EventPage = {
  readonly items: SecurityEvent[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** All matches, not only this page's. */
  readonly total: number;
  /** The snapshot that the page was read from; see {@link countAdded}. */
  readonly mark: string;
};

/** Count and snapshot belong to the statement that they are part of: rows and numbers never disagree. */
const totalOf = (db: Database, where: SQL | undefined) =>
  sql<number>`(${db.select({ total: count() }).from(events).where(where)})`.mapWith(Number);
const MARK = sql<string>`pg_current_snapshot()::text`;

/**
 * One page of events. The page is found in the narrow table alone; only its rows are joined with their texts.
 * @throws InvalidCursorError
 */
export async function listEvents(db: Database, query: EventQuery, now: Date): Promise<EventPage> {
  const { filter, sort, limit, cursor } = query;
  const where = eventConditions(filter, now);
  const after = cursor === null ? undefined : isAfter(decodeCursor(cursor, query), sort);
  const order = orderColumns(sort).map((column) => (sort.descending ? desc(column) : asc(column)));
  const page = db
    .select({ id: events.id })
    .from(events)
    .where(and(where, after))
    .orderBy(...order)
    .limit(limit + 1)
    .as("page");
  const rows = await db
    .select({ ...EVENT_COLUMNS, ...DETAIL_COLUMNS, total: totalOf(db, where), mark: MARK })
    .from(page)
    .innerJoin(events, eq(events.id, page.id))
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .innerJoin(targets, eq(targets.id, events.targetId))
    .orderBy(...order);
  const items = rows.slice(0, limit).map(toSecurityEvent);
  const last = items.at(-1);
  const { total, mark } = rows[0] ?? (await readTotals(db, where));
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last, sort), query) : null,
    total,
    mark,
  };
}

/** For a page without rows. */
async function readTotals(db: Database, where: SQL | undefined) {
  const [totals] = await db.select({ total: count(), mark: MARK }).from(events).where(where);
  if (!totals) throw new Error("A count without a condition on groups always has a row.");
  return totals;
}
