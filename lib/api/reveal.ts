import { z } from "zod";
import { liveFacetSchema, sampleSchema } from "./event-detail";

/** POST /api/events/{eventId}/reveal: what GET /api/events/{eventId} masks, as it came. */
export const revealResponseSchema = z.object({
  samples: z.array(sampleSchema),
  live: z.array(liveFacetSchema),
  /** The upstream record's JSON text, exactly as it came. */
  rawText: z.string(),
});
export type RevealResponse = z.infer<typeof revealResponseSchema>;
