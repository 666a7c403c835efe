import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { SourceId } from "@/lib/events/source-id";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { users } from "../schema/accounts";
import { checklistTicks, eventNotes, eventNoteVersions } from "../schema/event-work";
import { events } from "../schema/events";

type AssigneeRow = Pick<typeof events.$inferSelect, "id" | "assignee" | "source" | "version">;

/** Who is assigned, with the events locked in the order of their ids; unknown ones are left out. */
export async function lockAssignees(
  tx: Database,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, AssigneeRow>> {
  const rows = await tx
    .select({ id: events.id, assignee: events.assignee, source: events.source, version: events.version })
    .from(events)
    .where(inArray(events.id, textList(eventIds)))
    .orderBy(asc(events.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** The source of an event; null when there is no such event. */
export async function findSource(db: Database, eventId: string): Promise<SourceId | null> {
  const [row] = await db.select({ source: events.source }).from(events).where(eq(events.id, eventId));
  return row?.source ?? null;
}

/** Assigns locked events; their versions rise by one. */
export async function updateAssignees(
  tx: Database,
  eventIds: readonly string[],
  assignee: string | null,
): Promise<void> {
  if (eventIds.length === 0) return;
  await tx
    .update(events)
    .set({ assignee, version: sql`${events.version} + 1` })
    .where(inArray(events.id, textList(eventIds)));
}

/** The name of an account that may sign in, as it is written; null when there is none. */
export async function findUsername(db: Database, username: string): Promise<string | null> {
  const [row] = await db
    .select({ username: users.username })
    .from(users)
    .where(sql`lower(${users.username}) = lower(${username}) AND ${users.disabledAt} IS NULL`);
  return row?.username ?? null;
}

export type NoteRow = typeof eventNotes.$inferSelect;
export type NoteVersionRow = typeof eventNoteVersions.$inferSelect;

/** An event's notes with what they said before, oldest first. */
export async function listNotes(
  db: Database,
  eventId: string,
): Promise<{ readonly notes: NoteRow[]; readonly versions: NoteVersionRow[] }> {
  const notes = await db
    .select()
    .from(eventNotes)
    .where(eq(eventNotes.eventId, eventId))
    .orderBy(asc(eventNotes.createdAt), asc(eventNotes.id));
  const ids = notes.map(({ id }) => id);
  const versions = await db
    .select()
    .from(eventNoteVersions)
    .where(inArray(eventNoteVersions.noteId, textList(ids)))
    .orderBy(asc(eventNoteVersions.at));
  return { notes, versions };
}

export async function insertNote(tx: Database, row: NoteRow): Promise<void> {
  await tx.insert(eventNotes).values(row);
}

export async function lockNote(tx: Database, eventId: string, noteId: string): Promise<NoteRow | null> {
  const [row] = await tx
    .select()
    .from(eventNotes)
    .where(and(eq(eventNotes.id, noteId), eq(eventNotes.eventId, eventId)))
    .for("update");
  return row ?? null;
}

/** Replaces a note's text and keeps what it said before. */
export async function replaceNote(tx: Database, note: NoteRow, text: string, at: Date): Promise<void> {
  const before = { noteId: note.id, at: note.editedAt ?? note.createdAt, text: note.text };
  // Two edits in the same millisecond: the one in between has not been seen by anybody.
  await tx.insert(eventNoteVersions).values(before).onConflictDoNothing();
  await tx.update(eventNotes).set({ text, editedAt: at }).where(eq(eventNotes.id, note.id));
}

export type TickRow = typeof checklistTicks.$inferSelect;

export async function listTicks(db: Database, eventId: string): Promise<TickRow[]> {
  return db
    .select()
    .from(checklistTicks)
    .where(eq(checklistTicks.eventId, eventId))
    .orderBy(asc(checklistTicks.at), asc(checklistTicks.step));
}

/** @returns false when it was ticked already. */
export async function insertTick(tx: Database, row: TickRow): Promise<boolean> {
  const rows = await tx
    .insert(checklistTicks)
    .values(row)
    .onConflictDoNothing()
    .returning({ step: checklistTicks.step });
  return rows.length > 0;
}

/** @returns false when it was not ticked. */
export async function removeTick(tx: Database, eventId: string, step: string): Promise<boolean> {
  const rows = await tx
    .delete(checklistTicks)
    .where(and(eq(checklistTicks.eventId, eventId), eq(checklistTicks.step, step)))
    .returning({ step: checklistTicks.step });
  return rows.length > 0;
}
