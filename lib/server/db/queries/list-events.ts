import { and, asc, count, desc, eq } from "drizzle-orm";
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
};

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
  const [rows, totals] = await Promise.all([
    db
      .select({ ...EVENT_COLUMNS, ...DETAIL_COLUMNS })
      .from(page)
      .innerJoin(events, eq(events.id, page.id))
      .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
      .innerJoin(targets, eq(targets.id, events.targetId))
      .orderBy(...order),
    db.select({ total: count() }).from(events).where(where),
  ]);
  const items = rows.slice(0, limit).map(toSecurityEvent);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last, sort), query) : null,
    total: totals[0]?.total ?? 0,
  };
}
