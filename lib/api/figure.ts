import { z } from "zod";

/** A number of events, and the queue's URL parameters (without "?") that list exactly these. */
export const figureSchema = z.object({ count: z.int(), filter: z.string() });
export type Figure = z.infer<typeof figureSchema>;
