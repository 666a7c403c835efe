import { z } from "zod";
import { instantSchema, securityEventSchema } from "@/lib/events/event";
import { FACET_FIELDS } from "@/lib/events/fields";
import { severitySchema, sourceIdSchema } from "@/lib/events/value-schemas";

/** How far a connection's copy can be trusted. */
export const freshnessStateSchema = z.enum(["fresh", "syncing", "stale", "never"]);

/** One source of one connection: when it last answered, and why it is stale if it is. */
export const freshnessSchema = z.object({
  connection: z.string(),
  source: sourceIdSchema,
  lastSuccessAt: instantSchema.nullable(),
  state: freshnessStateSchema,
  /** Since when it fails, and what the cloud said; both null while it works. */
  failingSince: instantSchema.nullable(),
  reason: z.string().nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

/** GET /api/events */
export const eventListSchema = z.object({
  items: z.array(securityEventSchema),
  nextCursor: z.string().nullable(),
  total: z.int(),
  /** The state of the index that this page shows; /api/events/changes says what has come since. */
  mark: z.string(),
  freshness: z.array(freshnessSchema),
});
export type EventList = z.infer<typeof eventListSchema>;

export const facetValueSchema = z.object({ value: z.string(), count: z.int() });

/**
 * GET /api/events/facets. A field's counts leave out that field's own filter; most frequent first.
 * `fields` (comma-separated) names the fields wanted, others come back empty; `facetQuery` keeps the values
 * that contain a text, in any case, one that is the text first; `top` is the number of values per text field.
 */
export const eventFacetsSchema = z.object({
  facets: z.record(z.enum(FACET_FIELDS), z.array(facetValueSchema)),
});
export type EventFacets = z.infer<typeof eventFacetsSchema>;

const severityCounts = z.record(severitySchema, z.int());

/** Why a stretch of time may lack events. */
export const GAP_KINDS = ["not-read-yet", "failing", "incomplete", "before-lookback"] as const;

/** A stretch that has not been read completely from one source of a connection; `to` is exclusive. */
export const timelineGapSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  connection: z.string(),
  source: sourceIdSchema,
  kind: z.enum(GAP_KINDS),
  /** For people, in English; where it is failing, what the cloud said. */
  reason: z.string(),
});
export type TimelineGap = z.infer<typeof timelineGapSchema>;

/** GET /api/events/timeline: events per bucket by last activity, or the sum of their attacks. */
export const eventTimelineSchema = z.object({
  bucketSeconds: z.int(),
  buckets: z.array(z.object({ start: instantSchema, counts: severityCounts })),
  /** Within the buckets, of the sources that the filter lets through. */
  gaps: z.array(timelineGapSchema).optional(),
});
export type EventTimeline = z.infer<typeof eventTimelineSchema>;
