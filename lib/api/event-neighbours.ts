import { z } from "zod";

/**
 * GET /api/events/{id}/neighbours: the events before and after one in a view of the queue, `null` at its ends.
 * The event itself need not be in the view: its place there decides.
 */
export const eventNeighboursSchema = z.object({
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
});
export type EventNeighbours = z.infer<typeof eventNeighboursSchema>;
