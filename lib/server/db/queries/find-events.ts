import { and, inArray, sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import type { EventFilter } from "@/lib/events/query";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { events } from "../schema/events";
import { eventConditions } from "./event-conditions";
import { PACKED_EVENT, unpackEvent, withDetails } from "./packed-event";

/** Those of the events that match, as the list shows them, in no particular order; unknown ids are left out. */
export async function findEvents(
  db: Database,
  ids: readonly string[],
  filter: EventFilter,
  now: Date,
): Promise<SecurityEvent[]> {
  const wanted = and(inArray(events.id, textList(ids)), eventConditions(filter, now));
  const { rows } = await db.execute<{ packed: string }>(
    sql`SELECT ${PACKED_EVENT} AS packed FROM ${withDetails(sql`${events}`)} WHERE ${wanted}`,
  );
  return rows.map(({ packed }) => unpackEvent(packed));
}
