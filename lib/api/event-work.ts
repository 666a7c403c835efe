import { z } from "zod";
import { instantSchema, securityEventSchema } from "@/lib/events/event";
import { actorSchema } from "./actor";
import { MOST_EVENTS_AT_ONCE } from "./bulk-limits";
import { noteText } from "./note-text";

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

/** POST /api/events/assignee: the same for several events at once; each is judged for itself. */
export const assignManyRequestSchema = z.strictObject({
  assignee: username.nullable(),
  events: z
    .array(z.strictObject({ id: z.string().min(1).max(100), seen: username.nullable() }))
    .min(1, { error: "Name at least one event" })
    .max(MOST_EVENTS_AT_ONCE, { error: `Name at most ${MOST_EVENTS_AT_ONCE} events` }),
});
export type AssignManyRequest = z.infer<typeof assignManyRequestSchema>;

/** What became of each event, in the order asked for, with what it is now; null for an unknown one. */
export const assignManyResponseSchema = z.object({
  results: z.array(
    z.object({
      eventId: z.string(),
      outcome: z.enum(["changed", "unchanged", "conflict", "not-found"]),
      assignee: z.string().nullable(),
      version: z.int().nullable(),
    }),
  ),
});
export type AssignManyResponse = z.infer<typeof assignManyResponseSchema>;

export const LONGEST_EVENT_NOTE = 20_000;

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
export const eventNoteRequestSchema = z.strictObject({ text: noteText(LONGEST_EVENT_NOTE).min(1) });

/** GET /api/events/{eventId}/checklist: the steps of the guidance that somebody has done. */
export const checklistSchema = z.object({
  ticks: z.array(z.object({ step: z.string(), by: actorSchema, at: instantSchema })),
});
export type Checklist = z.infer<typeof checklistSchema>;

/**
 * PUT /api/events/{eventId}/checklist. `step` is the step's id (`guidance.stepIds`). Ticks of earlier versions
 * hold the step's text instead, in the language in which it was read.
 */
export const checklistRequestSchema = z.strictObject({
  step: z.string().min(1).max(1_000),
  done: z.boolean(),
});

/** How often a tab says that it still shows an event, and when one that is silent does not count; milliseconds. */
export const VIEWER_HEARTBEAT_MS = 10_000;
export const VIEWER_LOST_AFTER_MS = 25_000;

/** POST /api/events/{eventId}/viewers: this tab shows the event, or does so no longer. */
export const noteViewerRequestSchema = z.strictObject({
  /** Any text that is the tab's own. */
  tab: z.string().min(1).max(40),
  leaving: z.boolean().default(false),
});

/** Everybody else who has the event open, the first to come first. */
export const eventViewersSchema = z.object({
  viewers: z.array(z.object({ person: actorSchema, since: instantSchema })),
});
export type EventViewers = z.infer<typeof eventViewersSchema>;
