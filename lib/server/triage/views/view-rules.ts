import { roleIncludes } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import { ProblemError } from "@/lib/server/http/problem-error";

/** @throws ProblemError forbidden for those who may keep views only for themselves. */
export function requireSharing(user: User): void {
  if (roleIncludes(user.role, "analyst")) return;
  const detail = `Sharing a view needs the role analyst; yours is ${user.role}. Keep it for yourself, or ask an analyst.`;
  throw new ProblemError("forbidden", detail, { errors: [{ field: "shared", message: detail }] });
}

export function nameTaken(name: string): ProblemError {
  const message = `There is a view called "${name}" already. Choose another name.`;
  return new ProblemError("conflict", message, { errors: [{ field: "name", message }] });
}
