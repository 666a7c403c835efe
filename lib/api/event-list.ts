import { z } from "zod";
import { instantSchema, securityEventSchema } from "@/lib/events/event";
import { FIELD_IDS } from "@/lib/events/fields";
import { severitySchema } from "@/lib/events/severity";
import { sourceIdSchema } from "@/lib/events/source-id";

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
  freshness: z.array(freshnessSchema),
});
export type EventList = z.infer<typeof eventListSchema>;

export const facetValueSchema = z.object({ value: z.string(), count: z.int() });

/** GET /api/events/facets. A field's counts leave out that field's own filter; most frequent first. */
export const eventFacetsSchema = z.object({
  facets: z.record(z.enum(FIELD_IDS), z.array(facetValueSchema)),
});
export type EventFacets = z.infer<typeof eventFacetsSchema>;

export const TIMELINE_MEASURES = ["events", "attacks"] as const;
export type TimelineMeasure = (typeof TIMELINE_MEASURES)[number];

const severityCounts = z.record(severitySchema, z.int());

/** GET /api/events/timeline: events per bucket by last activity, or the sum of their attacks. */
export const eventTimelineSchema = z.object({
  bucketSeconds: z.int(),
  buckets: z.array(z.object({ start: instantSchema, counts: severityCounts })),
});
export type EventTimeline = z.infer<typeof eventTimelineSchema>;
