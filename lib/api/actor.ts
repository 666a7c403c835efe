import { z } from "zod";

/** Who did something. `id`: the account's id, or the cloud's own user id. */
export const ACTOR_KINDS = ["user", "anonymous", "cloud-user", "system"] as const;

export const actorSchema = z.object({
  kind: z.enum(ACTOR_KINDS),
  id: z.string().nullable(),
  /** The name at that time; null where none is known. */
  name: z.string().nullable(),
});
export type Actor = z.infer<typeof actorSchema>;
