import { ROLES, type Role } from "@/lib/api/role";
import type { RoleMap } from "@/lib/server/config/role-map";

type Claims = Readonly<Record<string, unknown>>;

const isClaims = (value: unknown): value is Claims =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The claim of that name; where there is none, dots lead into it, as in Keycloak's realm_access.roles. */
function findClaim(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split(".")
    .reduce<unknown>((value, part) => (isClaims(value) ? value[part] : undefined), claims);
}

/** The groups that a person is in; `null` where the claim is absent. A single name may come without a list. */
export function groupsOf(claims: Claims, claim: string): readonly string[] | null {
  const value = findClaim(claims, claim);
  if (value === undefined || value === null) return null;
  return [value].flat().filter((group) => typeof group === "string");
}

/** The highest role that any of the groups gives; `null` for none. */
export function roleOfGroups(groups: readonly string[], roleMap: RoleMap): Role | null {
  const given = groups.map((group) => roleMap.get(group));
  return ROLES.findLast((role) => given.includes(role)) ?? null;
}
