import { z } from "zod";
import { attackerSchema, instantSchema, securityEventSchema } from "@/lib/events/event";
import { attackBucketSchema } from "@/lib/events/event-record";
import { factSchema } from "@/lib/events/fact";
import { guidanceSchema } from "@/lib/events/guidance/guidance-schema";
import { statusSchema, writeStateSchema } from "@/lib/events/value-schemas";

export type { AttackBucket } from "@/lib/events/event-record";

/** Hostile text: a request, a response, a payload, a call stack. */
export const sampleSchema = z.object({
  kind: z.enum(["request", "response", "payload", "call-stack"]),
  label: z.string(),
  text: z.string(),
  /** The part that triggered the rule, as it stands in `text`; null where the product does not say. */
  highlight: z.string().nullable(),
  /** Secrets were replaced in `text`. */
  masked: z.boolean(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** One facet read live from the cloud, or why it could not be. */
export const liveFacetSchema = z.object({
  name: z.string(),
  state: z.enum(["live", "cached", "unavailable"]),
  readAt: instantSchema.nullable(),
  /** Why it is unavailable; null otherwise. */
  reason: z.string().nullable(),
  /** The cloud's value as it came (JSON text parsed where it parses). */
  value: z.json().nullable(),
});
export type LiveFacet = z.infer<typeof liveFacetSchema>;

/** What a source knows of one event beyond the common fields. */
export const eventDetailSchema = z.object({
  /** Attack counts over time, sorted; points outside the event's own span are kept. */
  attackCounts: z.array(attackBucketSchema),
  attackers: z.array(attackerSchema),
  facts: z.array(factSchema),
  samples: z.array(sampleSchema),
  /** Threat intelligence labels, CVE ids among them. */
  intelligence: z.array(z.string()),
  live: z.array(liveFacetSchema),
});
export type EventDetail = z.infer<typeof eventDetailSchema>;

/** GET /api/events/{id}. `raw` is the upstream record as it came. */
export const eventResponseSchema = z.object({
  event: securityEventSchema,
  detail: eventDetailSchema,
  guidance: guidanceSchema,
  raw: z.json(),
});
export type EventResponse = z.infer<typeof eventResponseSchema>;

/** Where a status change came from. */
export const historyOriginSchema = z.enum(["watchfloor", "api", "cloud-console", "cloud-system"]);

export const historyItemSchema = z.object({
  at: instantSchema,
  actor: z.object({
    kind: z.enum(["user", "cloud-user", "system"]),
    id: z.string(),
    name: z.string().nullable(),
  }),
  /** A known status in our spelling, or the cloud's word as it came. */
  from: z.string().nullable(),
  to: z.string(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  origin: historyOriginSchema,
  writeState: writeStateSchema,
  /** Why a write failed, by whom it was overtaken, or that a change stays here; null otherwise. */
  message: z.string().nullable(),
  /** What undo names; null for changes made in the cloud. */
  changeId: z.string().nullable(),
  /** How many events that change has changed, and an undo of it gives back. */
  changeEvents: z.int().nullable(),
  /** The cloud's own record as it came; null for our own changes that it has no record of. */
  raw: z.json().nullable(),
});
export type HistoryItem = z.infer<typeof historyItemSchema>;

/** GET /api/events/{id}/history, newest first. */
export const eventHistorySchema = z.object({
  items: z.array(historyItemSchema),
  /** Whether the cloud's part is complete: `live`, from our copy, unavailable, or there is none. */
  cloud: z.object({
    state: z.enum(["live", "cached", "unavailable", "none"]),
    readAt: instantSchema.nullable(),
    reason: z.string().nullable(),
  }),
  /** The cloud has another status than we; null where both agree, or the cloud keeps none. */
  difference: z.object({ ours: statusSchema, cloud: z.string(), message: z.string() }).nullable(),
  /** The status at the moment that was asked for with `at`; null when none was. */
  asOf: z
    .object({
      at: instantSchema,
      status: z.string(),
      /** When it came to be so; null when it was so from the beginning. */
      since: instantSchema.nullable(),
    })
    .nullable(),
});
export type EventHistory = z.infer<typeof eventHistorySchema>;
