/** Roles, each including the ones before it. */
export const ROLES = ["viewer", "analyst", "admin"] as const;

export type Role = (typeof ROLES)[number];

/** Whether somebody with `role` may do what asks for at least `minimum`. */
export function roleIncludes(role: Role, minimum: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(minimum);
}

/** The one of two roles that may do less. */
export function lowerRole(one: Role, other: Role): Role {
  return roleIncludes(one, other) ? other : one;
}
