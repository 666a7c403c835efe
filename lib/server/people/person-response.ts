import type { Person } from "@/lib/api/people";
import type { PersonRow } from "@/lib/server/db/queries/people";

/** An account as the API gives it; what only administrators are told is left out for others. */
export function personResponse(row: PersonRow, forAdministrator: boolean): Person {
  const { id, username, role, disabledAt, version } = row;
  return {
    id,
    username,
    role,
    disabledAt: disabledAt?.toISOString() ?? null,
    version,
    account: forAdministrator
      ? {
          origin: row.issuer === null ? "local" : "oidc",
          mustChangePassword: row.mustChangePassword,
          createdAt: row.createdAt.toISOString(),
          lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
        }
      : null,
  };
}
