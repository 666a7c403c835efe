import { inArray, sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { events } from "../schema/events";
import { PACKED_EVENT, unpackEvent, withDetails } from "./packed-event";

/** Events as the list shows them, in no particular order; unknown ids are left out. */
export async function findEvents(db: Database, ids: readonly string[]): Promise<SecurityEvent[]> {
  const { rows } = await db.execute<{ packed: string }>(
    sql`SELECT ${PACKED_EVENT} AS packed FROM ${withDetails(sql`${events}`)} WHERE ${inArray(events.id, textList(ids))}`,
  );
  return rows.map(({ packed }) => unpackEvent(packed));
}
