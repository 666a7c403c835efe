import { count, eq, inArray, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import { OPEN_STATUSES } from "@/lib/events/status";
import type { Database } from "../database";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";
import { eventConditions } from "./event-conditions";

export type EventSum = {
  readonly events: number;
  /** Those that nobody has closed. */
  readonly open: number;
  readonly attacks: number;
  /** Null without events. An event whose product does not say when it began counts by its last activity. */
  readonly firstSeenAt: Date | null;
  readonly lastSeenAt: Date | null;
};

/** What the matching events come to: how many, how many attacks, from when until when. */
export async function sumEvents(db: Database, filter: EventFilter, now: Date): Promise<EventSum> {
  const first = sql`least(${events.lastSeenAt}, coalesce(${eventDetails.firstSeenAt}, ${events.lastSeenAt}))`;
  const [sums] = await db
    .select({
      events: count(),
      open: sql`count(*) FILTER (WHERE ${inArray(events.status, [...OPEN_STATUSES])})`.mapWith(Number),
      attacks: sql`coalesce(sum(${events.attackCount}), 0)`.mapWith(Number),
      firstSeenAt: sql<Date | null>`min(${first})`.mapWith(events.lastSeenAt),
      lastSeenAt: sql<Date | null>`max(${events.lastSeenAt})`.mapWith(events.lastSeenAt),
    })
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .where(eventConditions(filter, now));
  if (!sums) throw new Error("A sum without groups always has a row.");
  return sums;
}
