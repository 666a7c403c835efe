import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../database";
import { eventExports } from "../schema/event-exports";

export type ExportRow = typeof eventExports.$inferSelect;

export async function insertExport(db: Database, row: typeof eventExports.$inferInsert): Promise<void> {
  await db.insert(eventExports).values(row);
}

export async function finishExport(
  db: Database,
  id: string,
  end: Pick<ExportRow, "finishedAt" | "rows" | "bytes" | "sha256" | "complete">,
): Promise<void> {
  await db.update(eventExports).set(end).where(eq(eventExports.id, id));
}

/**
 * An export of the person's own.
 * @param id null for the newest.
 */
export async function findExport(
  db: Database,
  ownerId: string,
  id: string | null,
): Promise<ExportRow | null> {
  const [row] = await db
    .select()
    .from(eventExports)
    .where(and(eq(eventExports.ownerId, ownerId), id === null ? undefined : eq(eventExports.id, id)))
    .orderBy(desc(eventExports.startedAt))
    .limit(1);
  return row ?? null;
}
