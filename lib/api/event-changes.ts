import { z } from "zod";
import { instantSchema, securityEventSchema } from "@/lib/events/event";

/** A message of GET /api/events/stream (server-sent events); `data` is this as JSON. */
export const streamMessageSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("events"),
    at: instantSchema,
    /** Events that are new in the index; ask /api/events/changes how many match a view. */
    inserted: z.int(),
    /** Ids of changed events: at most 100. Read those shown by /api/events/rows. */
    updated: z.array(z.string()),
    /** Changed events beyond these: read all shown rows again. */
    moreUpdated: z.int(),
  }),
  z.object({
    type: z.literal("work"),
    at: instantSchema,
    /** Ids of events whose notes, ticked steps or viewers changed: at most 100. Read those parts again. */
    events: z.array(z.string()),
    /** Such events beyond these. */
    more: z.int(),
  }),
  /** Notices may have been lost: read again what is shown. The first message of every stream. */
  z.object({ type: z.literal("resync"), at: instantSchema }),
  /** The session has ended, or the server stops: the last message. */
  z.object({ type: z.literal("end"), reason: z.enum(["session-ended", "server-stopping"]) }),
]);
export type StreamMessage = z.infer<typeof streamMessageSchema>;

/** GET /api/events/changes?since=<mark>&<filter>: what entered the index since a list with this mark. */
export const eventChangesSchema = z.object({
  /** New events that match the filter. */
  added: z.int(),
});
export type EventChanges = z.infer<typeof eventChangesSchema>;

/** GET /api/events/rows?ids=a,b: these events as they are now, in the order asked for. */
export const eventRowsSchema = z.object({
  items: z.array(securityEventSchema),
  /** Ids of no event (any more), or of none that matches the filter given. */
  missing: z.array(z.string()),
});
export type EventRows = z.infer<typeof eventRowsSchema>;
