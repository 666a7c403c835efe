import { z } from "zod";
import { type EventNote, eventNoteListSchema, eventNoteRequestSchema } from "@/lib/api/event-work";
import { addNote, editNote, readNotes } from "@/lib/server/triage/event-notes";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { eventPath } from "./event-path";

const noteExample: EventNote = {
  id: "V1StGXR8_Z5jdHi6B-myT",
  author: { kind: "user", id: "3kTMd9Xs0pLq", name: "mia" },
  text: "Asked the **shop team** about it.",
  createdAt: "2026-01-31T08:00:00.000Z",
  editedAt: null,
  own: true,
  earlier: [],
};
const example = { notes: [noteExample] };

export const listNotesRoute = route({
  method: "GET",
  path: "/api/events/{eventId}/notes",
  summary: "What people wrote about an event, oldest first",
  role: "viewer",
  params: eventPath,
  query: noQuery,
  body: noBody,
  response: eventNoteListSchema,
  problems: ["not-found"],
  example,
  async handle({ deps, signedIn, params }) {
    return { notes: await readNotes(deps, requireSignedIn(signedIn).user.id, params.eventId) };
  },
});

export const addNoteRoute = route({
  method: "POST",
  path: "/api/events/{eventId}/notes",
  summary: "Write a note on an event; the answer holds all of its notes",
  role: "analyst",
  params: eventPath,
  query: noQuery,
  body: eventNoteRequestSchema,
  response: eventNoteListSchema,
  problems: ["not-found"],
  example,
  async handle({ deps, signedIn, facts, params, body }) {
    const requester = requesterOf(requireSignedIn(signedIn), facts);
    return { notes: await addNote(deps, requester, params.eventId, body.text) };
  },
});

export const editNoteRoute = route({
  method: "PATCH",
  path: "/api/events/{eventId}/notes/{noteId}",
  summary: "Change a note of one's own; what it said before is kept",
  role: "analyst",
  params: eventPath.extend({ noteId: z.string().min(1).max(100).describe("The note's id.") }),
  query: noQuery,
  body: eventNoteRequestSchema,
  response: eventNoteListSchema,
  problems: ["not-found"],
  example,
  async handle({ deps, signedIn, facts, params, body }) {
    const requester = requesterOf(requireSignedIn(signedIn), facts);
    return { notes: await editNote(deps, requester, { ...params, text: body.text }) };
  },
});
