import { nanoid } from "nanoid";
import type { EventNote } from "@/lib/api/event-work";
import type { SourceId } from "@/lib/events/source-id";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { recordedPerson } from "@/lib/server/auth/acting";
import type { Database } from "@/lib/server/db/database";
import { findSource, insertNote, listNotes, lockNote, replaceNote } from "@/lib/server/db/queries/event-work";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import type { Requester } from "./requester";

type NoteDeps = Pick<Deps, "database" | "clock">;

/** What people wrote about an event, oldest first. @throws ProblemError not-found */
export async function readNotes(deps: NoteDeps, readerId: string, eventId: string): Promise<EventNote[]> {
  await requireEvent(deps.database, eventId);
  const { notes, versions } = await listNotes(deps.database, eventId);
  return notes.map((note) => ({
    id: note.id,
    author: { kind: "user", id: note.authorId, name: note.authorName },
    text: note.text,
    createdAt: note.createdAt.toISOString(),
    editedAt: note.editedAt?.toISOString() ?? null,
    own: note.authorId === readerId,
    earlier: versions
      .filter((version) => version.noteId === note.id)
      .map(({ text, at }) => ({ text, at: at.toISOString() })),
  }));
}

/** @throws ProblemError not-found */
export async function addNote(
  deps: NoteDeps,
  requester: Requester,
  eventId: string,
  text: string,
): Promise<EventNote[]> {
  const at = deps.clock();
  const id = nanoid();
  await deps.database.transaction(async (tx) => {
    const source = await requireEvent(tx, eventId);
    const author = { authorId: requester.id, authorName: requester.name };
    await insertNote(tx, { id, eventId, ...author, text, createdAt: at, editedAt: null });
    await record(tx, requester, at, { action: "note.added", eventId, source, details: { noteId: id, text } });
  });
  return readNotes(deps, requester.id, eventId);
}

/** Changes a note of one's own; what it said before is kept. @throws ProblemError not-found, forbidden */
export async function editNote(
  deps: NoteDeps,
  requester: Requester,
  { eventId, noteId, text }: { readonly eventId: string; readonly noteId: string; readonly text: string },
): Promise<EventNote[]> {
  await deps.database.transaction(async (tx) => {
    const source = await requireEvent(tx, eventId);
    const note = await lockNote(tx, eventId, noteId);
    if (note === null) throw new ProblemError("not-found", `The event has no note ${noteId}.`);
    if (note.authorId !== requester.id) {
      throw new ProblemError(
        "forbidden",
        `Only ${note.authorName} may edit this note. Write one of your own.`,
      );
    }
    if (text === note.text) return;
    const at = deps.clock();
    await replaceNote(tx, note, text, at);
    const details = { noteId, before: note.text, text };
    await record(tx, requester, at, { action: "note.edited", eventId, source, details });
  });
  return readNotes(deps, requester.id, eventId);
}

async function requireEvent(db: Database, eventId: string): Promise<SourceId> {
  const source = await findSource(db, eventId);
  if (source === null) throw new ProblemError("not-found", `There is no event ${eventId}.`);
  return source;
}

type NoteEntry = {
  readonly action: "note.added" | "note.edited";
  readonly eventId: string;
  readonly source: SourceId;
  readonly details: Readonly<Record<string, unknown>>;
};

async function record(
  tx: Database,
  requester: Requester,
  at: Date,
  { eventId, ...entry }: NoteEntry,
): Promise<void> {
  await appendActivity(tx, { at, ...recordedPerson(requester), ...entry, subject: eventId });
}
