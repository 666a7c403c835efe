import { eq, inArray, type SQL } from "drizzle-orm";
import type { StoredRecord } from "@/lib/events/event-record";
import type { Database } from "../database";
import { eventAttackCounts, eventDetails, eventRecords } from "../schema/event-records";
import { events } from "../schema/events";
import { targets } from "../schema/targets";
import { PACKED_EVENT, unpackEvent } from "./packed-event";

/** A stored record with what only the sync needs. */
export type KnownRecord = StoredRecord & { readonly upstreamKey: string; readonly partial: boolean };

/** One event with all its attackers, its attack counts and the upstream record's text. */
export async function findRecord(db: Database, id: string): Promise<StoredRecord | null> {
  const [record] = await findRecords(db, [id]);
  return record ? { event: record.event, attackCounts: record.attackCounts, raw: record.raw } : null;
}

/** The same for several events, in no particular order; unknown ids are left out. */
export async function findRecords(db: Database, ids: readonly string[]): Promise<KnownRecord[]> {
  if (ids.length === 0) return [];
  const rows = await selectRecords(db, inArray(events.id, [...ids]));
  const counts = await db
    .select()
    .from(eventAttackCounts)
    .where(inArray(eventAttackCounts.eventId, [...ids]))
    .orderBy(eventAttackCounts.at);
  return rows.map(({ record, moreAttackers, event }) => ({
    event: { ...event, attackers: [...event.attackers, ...moreAttackers] },
    attackCounts: counts
      .filter((bucket) => bucket.eventId === event.id)
      .map((bucket) => ({ at: bucket.at.toISOString(), count: bucket.count })),
    ...record,
  }));
}

const selectRecords = (db: Database, where: SQL) =>
  db
    .select({
      event: PACKED_EVENT.mapWith(unpackEvent),
      moreAttackers: eventRecords.moreAttackers,
      record: { raw: eventRecords.raw, upstreamKey: eventRecords.upstreamKey, partial: eventRecords.partial },
    })
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .innerJoin(eventRecords, eq(eventRecords.eventId, events.id))
    .innerJoin(targets, eq(targets.id, events.targetId))
    .where(where);
