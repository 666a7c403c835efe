import { eq, inArray } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";
import { targets } from "../schema/targets";
import { DETAIL_COLUMNS, EVENT_COLUMNS, toSecurityEvent } from "./event-rows";

/** Events as the list shows them, in no particular order; unknown ids are left out. */
export async function findEvents(db: Database, ids: readonly string[]): Promise<SecurityEvent[]> {
  const rows = await db
    .select({ ...EVENT_COLUMNS, ...DETAIL_COLUMNS })
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .innerJoin(targets, eq(targets.id, events.targetId))
    .where(inArray(events.id, textList(ids)));
  return rows.map(toSecurityEvent);
}
