import { z } from "zod";

/** GET /api/health: public, so it says what works and never why in detail. */
export const healthSchema = z.object({
  /** The process answers. */
  live: z.literal(true),
  /** Requests can be served: the database answers. */
  ready: z.boolean(),
  checks: z.array(
    z.object({
      name: z.enum(["database", "sync"]),
      state: z.enum(["ok", "degraded", "failed"]),
      /** What a person should look at; null when all is well. */
      reason: z.string().nullable(),
    }),
  ),
});
export type Health = z.infer<typeof healthSchema>;
