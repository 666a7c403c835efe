import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { events } from "../schema/events";
import { selectionEvents, selections } from "../schema/selections";
import { eventConditions } from "./event-conditions";

export type SelectionRow = typeof selections.$inferSelect;

/**
 * Freezes the matching events with their versions, in one statement.
 * @returns how many there are; more than `limit` are not stored.
 */
export async function insertSelection(
  tx: Database,
  selection: Omit<SelectionRow, "total">,
  filter: EventFilter,
  limit: number,
): Promise<number> {
  await tx.insert(selections).values({ ...selection, total: 0 });
  const where = eventConditions(filter, selection.createdAt) ?? sql`true`;
  const { rows } = await tx.execute<{ total: number }>(
    sql`WITH matching AS (
        SELECT ${events.id} AS id, ${events.version} AS version FROM ${events} WHERE ${where} LIMIT ${limit + 1}),
      stored AS (
        INSERT INTO ${selectionEvents} (selection_id, event_id, version)
        SELECT ${selection.id}, id, version FROM matching LIMIT ${limit})
      SELECT count(*)::integer AS total FROM matching`,
  );
  const total = rows[0]?.total ?? 0;
  await tx.update(selections).set({ total }).where(eq(selections.id, selection.id));
  return total;
}

/** A selection of the person's own that has not expired. */
export async function findSelection(
  db: Database,
  ownerId: string,
  id: string,
  now: Date,
): Promise<SelectionRow | null> {
  const [row] = await db
    .select()
    .from(selections)
    .where(and(eq(selections.id, id), eq(selections.ownerId, ownerId), gt(selections.expiresAt, now)));
  return row ?? null;
}

export async function removeExpiredSelections(db: Database, now: Date): Promise<void> {
  await db.delete(selections).where(lt(selections.expiresAt, now));
}
