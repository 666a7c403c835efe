import { z } from "zod";
import { ROLES } from "./role";

export const roleSchema = z.enum(ROLES);

/** Who is signed in. */
export const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  role: roleSchema,
});
export type User = z.infer<typeof userSchema>;

/** GET /api/session */
export const sessionResponseSchema = z.object({
  user: userSchema,
  /** Whether a browser's cookie or an API token answers for the person. */
  via: z.enum(["session", "token"]),
  expiresAt: z.iso.datetime(),
});
export type SessionResponse = z.infer<typeof sessionResponseSchema>;
