import { z } from "zod";

/** Roles, each including the ones before it. */
export const ROLES = ["viewer", "analyst", "admin"] as const;

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Whether somebody with `role` may do what asks for at least `minimum`. */
export function roleIncludes(role: Role, minimum: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(minimum);
}

/** Who is signed in. */
export const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  role: roleSchema,
});
export type User = z.infer<typeof userSchema>;

/** GET /api/session */
export const sessionResponseSchema = z.object({ user: userSchema, expiresAt: z.iso.datetime() });
