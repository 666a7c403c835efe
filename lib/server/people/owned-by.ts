import { roleIncludes } from "@/lib/api/role";
import type { OWNERS } from "@/lib/api/sessions";
import type { User } from "@/lib/api/user";
import { ProblemError } from "@/lib/server/http/problem-error";

/**
 * Whose sessions or tokens a list gives.
 * @throws ProblemError forbidden when somebody other than an administrator asks for those of all.
 */
export function ownedBy(owner: (typeof OWNERS)[number], reader: User): { readonly userId?: string } {
  if (owner === "me") return { userId: reader.id };
  if (roleIncludes(reader.role, "admin")) return {};
  throw new ProblemError("forbidden", "Only administrators see those of other people. Ask with owner=me.");
}

/** What a person may end: their own, or as an administrator everybody's. */
export function endableBy(reader: User): { readonly userId?: string } {
  return roleIncludes(reader.role, "admin") ? {} : { userId: reader.id };
}
