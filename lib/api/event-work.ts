import { z } from "zod";
import { instantSchema, securityEventSchema } from "@/lib/events/event";
import { actorSchema } from "./actor";

const username = z.string().min(1).max(200);

/**
 * PATCH /api/events/{eventId}: claims or gives away. `seen` is the assignee that the person saw: when somebody
 * else came first, nothing changes and the answer says who.
 */
export const assignRequestSchema = z.strictObject({
  /** An account's username; "me" for oneself; null for nobody. */
  assignee: username.nullable(),
  seen: username.nullable(),
});
export type AssignRequest = z.infer<typeof assignRequestSchema>;

export const assignResponseSchema = z.object({
  outcome: z.enum(["changed", "unchanged", "conflict"]),
  event: securityEventSchema,
});
export type AssignResponse = z.infer<typeof assignResponseSchema>;

export const LONGEST_EVENT_NOTE = 20_000;
const noteText = z.string().trim().min(1).max(LONGEST_EVENT_NOTE);

/** Somebody's note on an event. `text` is Markdown kept as text: render it without HTML. */
export const eventNoteSchema = z.object({
  id: z.string(),
  author: actorSchema,
  text: z.string(),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
  /** Whether the caller may edit it. */
  own: z.boolean(),
  /** What it said before, oldest first. */
  earlier: z.array(z.object({ text: z.string(), at: instantSchema })),
});
export type EventNote = z.infer<typeof eventNoteSchema>;

/** GET and POST /api/events/{eventId}/notes; PATCH /api/events/{eventId}/notes/{noteId} */
export const eventNoteListSchema = z.object({ notes: z.array(eventNoteSchema) });
export const eventNoteRequestSchema = z.strictObject({ text: noteText });

/** GET /api/events/{eventId}/checklist: the steps of the guidance that somebody has done. */
export const checklistSchema = z.object({
  ticks: z.array(z.object({ step: z.string(), by: actorSchema, at: instantSchema })),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** PUT /api/events/{eventId}/checklist. `step` is the guidance step's own text. */
export const checklistRequestSchema = z.strictObject({
  step: z.string().min(1).max(1_000),
  done: z.boolean(),
});
