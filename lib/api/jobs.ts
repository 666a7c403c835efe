import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { statusSchema, verdictSchema, writeStateSchema } from "@/lib/events/value-schemas";
import { actorSchema } from "./actor";
import { noteText } from "./note-text";
import { LONGEST_STATUS_NOTE, statusOutcomeSchema } from "./status-change";

export const JOB_STATES = ["queued", "running", "paused", "cancelled", "done", "failed"] as const;
export const jobStateSchema = z.enum(JOB_STATES);
export type JobState = z.infer<typeof jobStateSchema>;

/** `undo` gives every event back its own earlier status. */
export const JOB_KINDS = ["status", "undo"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A bulk change in the background. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  state: jobStateSchema,
  changeId: z.string(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  actor: actorSchema,
  /** Null for an undo: each event has its own. */
  status: statusSchema.nullable(),
  note: z.string().nullable(),
  reason: verdictSchema.nullable(),
  total: z.int(),
  done: z.int(),
  counts: z.record(statusOutcomeSchema, z.int()),
  /** How the changes that a cloud has to take are doing. */
  writes: z.object({
    queued: z.int(),
    sent: z.int(),
    verified: z.int(),
    overtaken: z.int(),
    failed: z.int(),
  }),
  /** It is being taken back, or has been: no undo of it is taken any more. */
  undone: z.boolean(),
  /** Why it stopped, in state `failed`. */
  problem: z.string().nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/**
 * GET /api/jobs: all that have not ended, newest first, then those that have, the latest to end first: at most 50, and every
 * one that waits for its cloud.
 */
export const jobListSchema = z.object({ jobs: z.array(jobSchema) });
export type JobList = z.infer<typeof jobListSchema>;

/** PATCH /api/jobs/{jobId} */
export const jobActionRequestSchema = z.strictObject({ action: z.enum(["pause", "resume", "cancel"]) });
export type JobAction = z.infer<typeof jobActionRequestSchema>["action"];

/** GET /api/jobs/{jobId}/items: what became of each event whose turn has come. */
export const jobItemListSchema = z.object({
  items: z.array(
    z.object({
      eventId: z.string(),
      /** Null for an event that is not in the index any more. */
      title: z.string().nullable(),
      outcome: statusOutcomeSchema,
      /** How far the change has come on its way to a cloud; null where none has to take it. */
      writeState: writeStateSchema,
      /** Why nothing changed, what the cloud answered, or what else a person should know. */
      message: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type JobItemList = z.infer<typeof jobItemListSchema>;

/**
 * POST /api/jobs/{jobId}/repeat: sets the same status for those of its events that it did not reach: after somebody came
 * first ("apply mine"), or after a cloud refused. Without a note or a reason it has those of the job.
 */
export const repeatJobRequestSchema = z.strictObject({
  only: z.enum(["conflict", "overtaken", "failed"]),
  note: noteText(LONGEST_STATUS_NOTE).optional(),
  reason: verdictSchema.optional(),
});
export type RepeatJobRequest = z.infer<typeof repeatJobRequestSchema>;
export type RepeatedItems = RepeatJobRequest["only"];
