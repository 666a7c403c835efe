import { z } from "zod";
import { LONGEST_QUERY } from "@/lib/events/address-length";
import { instantSchema } from "@/lib/events/event";

/** More would be a mistake: narrow the filter. */
export const MAX_SELECTED = 100_000;

/** POST /api/events/selection: the filter parameters of a view, as in the page's URL (without "?"). */
export const createSelectionSchema = z.strictObject({ query: z.string().max(LONGEST_QUERY) });

/**
 * The events that matched at one moment, with the versions they had: what "all that match" means from then
 * on, whatever arrives later. GET /api/events/selection/{selectionId} gives the same again to its owner.
 */
export const eventSelectionSchema = z.object({
  id: z.string(),
  total: z.int(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
});
export type EventSelection = z.infer<typeof eventSelectionSchema>;
