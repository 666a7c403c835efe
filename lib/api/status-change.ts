import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import {
  statusOriginSchema,
  statusSchema,
  verdictSchema,
  writeStateSchema,
} from "@/lib/events/value-schemas";
import { actorSchema } from "./actor";
import { MOST_EVENTS_IN_BULK } from "./bulk-limits";
import { noteText } from "./note-text";

export const LONGEST_STATUS_NOTE = 500;

/** An event as the person saw it: the version decides whether somebody else came first. */
export const seenEventSchema = z.strictObject({
  id: z.string().min(1).max(100),
  version: z.int().min(1),
});
export type SeenEvent = z.infer<typeof seenEventSchema>;

const targetShape = {
  events: z
    .array(seenEventSchema)
    .min(1, { error: "Name at least one event" })
    .max(MOST_EVENTS_IN_BULK, { error: `Name at most ${MOST_EVENTS_IN_BULK} events` })
    .optional(),
  /** A frozen set of events, from POST /api/events/selection. */
  selectionId: z.string().min(1).max(100).optional(),
};

const oneTarget = (request: { events?: unknown; selectionId?: unknown }) =>
  (request.events === undefined) !== (request.selectionId === undefined);
const ONE_TARGET = { error: "Give either events or selectionId", path: ["events"] };

/** POST /api/events/status. Repeating it with the same `idempotencyKey` changes nothing a second time. */
export const statusChangeRequestSchema = z
  .strictObject({
    ...targetShape,
    status: statusSchema,
    note: noteText(LONGEST_STATUS_NOTE).optional(),
    reason: verdictSchema.optional(),
    idempotencyKey: z.string().min(1).max(100).optional(),
  })
  .refine(oneTarget, ONE_TARGET);
export type StatusChangeRequest = z.infer<typeof statusChangeRequestSchema>;

/** POST /api/events/status/undo, within the undo delay or any time later. */
export const statusUndoRequestSchema = z.strictObject({ changeId: z.string().min(1).max(100) });

/** POST /api/events/status/preview: what a change would do, without doing it. */
export const statusPreviewRequestSchema = z
  .strictObject({ ...targetShape, status: statusSchema })
  .refine(oneTarget, ONE_TARGET);

export const STATUS_OUTCOMES = ["changed", "unchanged", "conflict", "not-found"] as const;
export const statusOutcomeSchema = z.enum(STATUS_OUTCOMES);
export type StatusOutcome = z.infer<typeof statusOutcomeSchema>;

/**
 * Somebody else changed the status since the version that was sent. "Keep" is doing nothing; "apply mine" is
 * sending the change again with the version of this result.
 */
export const statusConflictSchema = z.object({
  seen: statusSchema,
  mine: statusSchema,
  theirs: statusSchema,
  by: actorSchema,
  at: instantSchema,
});
export type StatusConflict = z.infer<typeof statusConflictSchema>;

/** What became of one event. Status, version and state are those after the change; null for an unknown event. */
export const statusResultSchema = z.object({
  eventId: z.string(),
  outcome: statusOutcomeSchema,
  version: z.int().nullable(),
  status: statusSchema.nullable(),
  statusOrigin: statusOriginSchema.nullable(),
  writeState: writeStateSchema,
  /** Null for other outcomes, and where the version that was sent is newer than the event's. */
  conflict: statusConflictSchema.nullable(),
  /** What a person should know: why nothing changed, or that the change stays local. */
  message: z.string().nullable(),
});
export type StatusResult = z.infer<typeof statusResultSchema>;

/** The answer to a change or an undo: HTTP 200 when done, HTTP 202 when a job does it. */
export const statusChangeResponseSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("applied"),
    /** For undo. */
    changeId: z.string(),
    /** Until then undo stops what is queued for a cloud; null where nothing is queued. */
    undoUntil: instantSchema.nullable(),
    results: z.array(statusResultSchema),
  }),
  z.object({
    kind: z.literal("job"),
    changeId: z.string(),
    jobId: z.string(),
    total: z.int(),
  }),
]);
export type StatusChangeResponse = z.infer<typeof statusChangeResponseSchema>;

/** Why an event would change or not. `local` and `cloud` change; the others do not. */
export const PREVIEW_GROUPS = [
  "cloud",
  "local",
  "local-only",
  "already",
  "conflict",
  "not-connected",
  "not-found",
] as const;
export const previewGroupSchema = z.enum(PREVIEW_GROUPS);
export type PreviewGroup = z.infer<typeof previewGroupSchema>;

export const statusPreviewSchema = z.object({
  total: z.int(),
  willChange: z.int(),
  willNotChange: z.int(),
  groups: z.array(
    z.object({
      group: previewGroupSchema,
      changes: z.boolean(),
      count: z.int(),
      message: z.string(),
      /** At most twenty of them. */
      examples: z.array(z.string()),
    }),
  ),
});
export type StatusPreview = z.infer<typeof statusPreviewSchema>;
