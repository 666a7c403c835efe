import { z } from "zod";

/** Roles, each including the ones before it. */
export const ROLES = ["viewer", "analyst", "admin"] as const;

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Whether somebody with `role` may do what asks for at least `minimum`. */
export function roleIncludes(role: Role, minimum: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(minimum);
}

/** The one of two roles that may do less. */
export function lowerRole(one: Role, other: Role): Role {
  return roleIncludes(one, other) ? other : one;
}

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
