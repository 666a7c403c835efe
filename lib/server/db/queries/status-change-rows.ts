import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Job } from "@/lib/api/jobs";
import type { Status, WriteState } from "@/lib/events/status";
import { bulkWrite, textList } from "../bulk-write";
import type { Database } from "../database";
import { events } from "../schema/events";
import { jobs } from "../schema/jobs";
import { changes, statusChanges } from "../schema/status-changes";
import type { StatusChangeRow } from "./status-targets";

export type ChangeRow = typeof changes.$inferSelect;
export type NewStatusChange = typeof statusChanges.$inferInsert;

/** @returns false when the person has used the same idempotency key before. */
export async function insertChange(tx: Database, row: ChangeRow): Promise<boolean> {
  const inserted = await tx.insert(changes).values(row).onConflictDoNothing().returning({ id: changes.id });
  return inserted.length > 0;
}

export async function findChangeByKey(
  db: Database,
  actorId: string,
  idempotencyKey: string,
): Promise<ChangeRow | null> {
  const [row] = await db
    .select()
    .from(changes)
    .where(and(eq(changes.actorId, actorId), eq(changes.idempotencyKey, idempotencyKey)));
  return row ?? null;
}

/**
 * Which of the changes are being taken back, or have been. An undo whose job was cancelled does not count: what it had not
 * reached by then is left to a later one.
 */
export async function findUndone(db: Database, changeIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ undoes: changes.undoes })
    .from(changes)
    .leftJoin(jobs, eq(jobs.changeId, changes.id))
    .where(
      and(inArray(changes.undoes, textList(changeIds)), or(isNull(jobs.state), ne(jobs.state, "cancelled"))),
    );
  return new Set(rows.flatMap(({ undoes }) => undoes ?? []));
}

/** Locks a change against a second undo at the same time. */
export async function lockChange(tx: Database, id: string): Promise<ChangeRow | null> {
  const [row] = await tx.select().from(changes).where(eq(changes.id, id)).for("update");
  return row ?? null;
}

export async function insertStatusChanges(tx: Database, rows: readonly NewStatusChange[]): Promise<void> {
  await bulkWrite(tx, statusChanges, rows, [statusChanges.id]);
}

/** The events of a change, in the order in which they were changed. */
export async function statusChangesOf(db: Database, changeId: string): Promise<StatusChangeRow[]> {
  return db
    .select()
    .from(statusChanges)
    .where(eq(statusChanges.changeId, changeId))
    .orderBy(asc(statusChanges.id));
}

/** An event's status changes, newest first. */
export async function statusHistory(db: Database, eventId: string): Promise<StatusChangeRow[]> {
  return db
    .select()
    .from(statusChanges)
    .where(eq(statusChanges.eventId, eventId))
    .orderBy(desc(statusChanges.id));
}

/** Writes of these events that the cloud has not settled yet. */
export async function pendingWrites(
  tx: Database,
  eventIds: readonly string[],
): Promise<{ eventId: string; state: WriteState; to: Status }[]> {
  return tx
    .select({ eventId: statusChanges.eventId, state: statusChanges.writeState, to: statusChanges.to })
    .from(statusChanges)
    .where(
      and(
        inArray(statusChanges.eventId, textList(eventIds)),
        inArray(statusChanges.writeState, ["queued", "sent"]),
      ),
    )
    .orderBy(asc(statusChanges.id));
}

/** Takes what was not sent yet out of the queue: a later change replaces it. */
export async function dropQueued(tx: Database, eventIds: readonly string[], message: string): Promise<void> {
  if (eventIds.length === 0) return;
  await tx
    .update(statusChanges)
    .set({ writeState: null, dueAt: null, message })
    .where(and(inArray(statusChanges.eventId, textList(eventIds)), eq(statusChanges.writeState, "queued")));
}

/**
 * Keeps a change's unsent writes from being sent (`dueAt` null), or lets them go again. Locks the events first, in the order
 * of their ids, as everybody does who then touches their writes, so that none waits in a circle.
 */
export async function holdQueued(tx: Database, changeId: string, dueAt: Date | null): Promise<void> {
  const changed = tx
    .select({ id: statusChanges.eventId })
    .from(statusChanges)
    .where(eq(statusChanges.changeId, changeId));
  const locked = tx
    .select({ one: sql`1` })
    .from(events)
    .where(inArray(events.id, changed))
    .orderBy(asc(events.id))
    .for("update");
  await tx.execute(sql`SELECT count(*) FROM (${locked}) AS locked`);
  await tx
    .update(statusChanges)
    .set({ dueAt })
    .where(and(eq(statusChanges.changeId, changeId), eq(statusChanges.writeState, "queued")));
}

/**
 * How the write of an event stood when a change, not sent yet, set the status that it had already: somebody decided to
 * send it once more, or to keep it.
 * @returns by event id, for those events of the change only.
 */
export async function standingBeforeResend(
  tx: Database,
  changeId: string,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, { writeState: "failed" | "overtaken"; message: string | null }>> {
  const again = alias(statusChanges, "again");
  const rows = await tx
    .selectDistinctOn([again.eventId], {
      eventId: again.eventId,
      writeState: statusChanges.writeState,
      message: statusChanges.message,
    })
    .from(again)
    .innerJoin(statusChanges, and(eq(statusChanges.eventId, again.eventId), lt(statusChanges.id, again.id)))
    .where(
      and(
        eq(again.changeId, changeId),
        eq(again.writeState, "queued"),
        eq(again.from, again.to),
        inArray(again.eventId, textList(eventIds)),
      ),
    )
    .orderBy(again.eventId, desc(statusChanges.id));
  // The last change before is the one that has failed, or the cloud's own, which has overtaken another.
  return new Map(
    rows.map(({ eventId, writeState, message }) => [
      eventId,
      writeState === "failed" ? { writeState, message } : { writeState: "overtaken", message },
    ]),
  );
}

/** How many writes of each change are in which state. */
export async function countWrites(
  db: Database,
  changeIds: readonly string[],
): Promise<ReadonlyMap<string, Job["writes"]>> {
  const rows = await db
    .select({ changeId: statusChanges.changeId, state: statusChanges.writeState, count: count() })
    .from(statusChanges)
    .where(and(inArray(statusChanges.changeId, textList(changeIds)), isNotNull(statusChanges.writeState)))
    .groupBy(statusChanges.changeId, statusChanges.writeState);
  const empty = { queued: 0, sent: 0, verified: 0, overtaken: 0, failed: 0 };
  const counts = new Map<string, Job["writes"]>();
  for (const { changeId, state, count } of rows) {
    if (changeId === null || state === null) continue;
    counts.set(changeId, { ...(counts.get(changeId) ?? empty), [state]: count });
  }
  return counts;
}

/** How many events each change has changed. */
export async function countChanged(
  db: Database,
  changeIds: readonly string[],
): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db
    .select({ changeId: statusChanges.changeId, count: count() })
    .from(statusChanges)
    .where(inArray(statusChanges.changeId, textList(changeIds)))
    .groupBy(statusChanges.changeId);
  return new Map(rows.map((row) => [row.changeId, row.count]));
}

/** The latest moment until which undo stops unsent writes of the change; null when none is queued. */
export async function lastDue(db: Database, changeId: string): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: sql<string | null>`max(${statusChanges.dueAt})` })
    .from(statusChanges)
    .where(and(eq(statusChanges.changeId, changeId), eq(statusChanges.writeState, "queued")));
  return row?.dueAt ? new Date(row.dueAt) : null;
}
