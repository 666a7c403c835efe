import { type Role, roleIncludes } from "@/lib/api/role";
import { OWNERS } from "@/lib/api/sessions";
import type { Owner } from "./owner-links";

/** Whose list an address asks for; only administrators are shown everybody's. */
export function shownOwner(wanted: string | string[] | undefined, role: Role): Owner {
  const owner = OWNERS.find((candidate) => candidate === [wanted].flat()[0]);
  return owner === "all" && roleIncludes(role, "admin") ? owner : "me";
}
