import { and, asc, eq, inArray, isNotNull, lt, notExists, or, sql } from "drizzle-orm";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { attackers } from "../schema/attackers";
import { cloudOperations } from "../schema/cloud-operations";
import { eventAttackCounts, eventAttackers, eventDetails, eventRecords } from "../schema/event-records";
import { events, eventTexts } from "../schema/events";
import { quarantinedRecords } from "../schema/quarantine";
import { statusChanges } from "../schema/status-changes";
import { targets } from "../schema/targets";
import { lockIndexWrites } from "../write-lock";

/**
 * Removes the oldest events whose last activity was before `before`, in one short transaction. One whose status is
 * still on its way to a cloud stays for the time being. What people did with the events is kept.
 * @returns how many were removed.
 */
export async function removeEventsBefore(db: Database, before: Date, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    await lockIndexWrites(tx);
    const underWay = tx
      .select({ one: sql`1` })
      .from(statusChanges)
      .where(
        and(
          eq(statusChanges.eventId, events.id),
          or(isNotNull(statusChanges.dueAt), eq(statusChanges.writeState, "queued")),
        ),
      );
    const old = await tx
      .select({ id: events.id })
      .from(events)
      .where(and(lt(events.lastSeenAt, before), notExists(underWay)))
      .orderBy(asc(events.lastSeenAt), asc(events.id))
      .limit(limit)
      .for("update");
    if (old.length === 0) return 0;
    const ids = textList(old.map(({ id }) => id));
    // Left to the foreign keys, each event would take a statement per table.
    for (const { eventId } of DEPENDENTS) await tx.delete(eventId.table).where(inArray(eventId, ids));
    await tx.delete(events).where(inArray(events.id, ids));
    return old.length;
  });
}

const DEPENDENTS = [
  eventAttackers,
  eventAttackCounts,
  eventTexts,
  eventRecords,
  eventDetails,
  cloudOperations,
] as const;

/** Removes some attackers and targets that no event has any more. @returns how many. */
export async function removeUnusedNames(db: Database, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    await lockIndexWrites(tx);
    let removed = 0;
    for (const table of [attackers, targets]) {
      const unused = tx.select({ id: table.id }).from(table).where(sql`${table.events} <= 0`).limit(limit);
      removed += (await tx.delete(table).where(inArray(table.id, unused)).returning({ id: table.id })).length;
    }
    return removed;
  });
}

/** Removes records in quarantine that were last seen before `before`. */
export async function removeQuarantinedBefore(db: Database, before: Date): Promise<void> {
  await db.delete(quarantinedRecords).where(lt(quarantinedRecords.lastSeenAt, before));
}
