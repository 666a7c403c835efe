import { and, gt, isNull, type SQL } from "drizzle-orm";
import type { User } from "@/lib/api/user";
import { type apiTokens, type sessions, users } from "../schema/accounts";

/** The person behind a session or a token. */
export type CredentialOwner = { readonly user: User; readonly mustChangePassword: boolean };

/** What is read of them, from a query that joins the accounts. */
export const credentialOwner = {
  user: { id: users.id, username: users.username, role: users.role },
  mustChangePassword: users.mustChangePassword,
};

/** A credential that still opens something: neither expired nor revoked, and of an account that may sign in. */
export function isLive(
  { revokedAt, expiresAt }: Pick<typeof sessions | typeof apiTokens, "revokedAt" | "expiresAt">,
  now: Date,
): SQL | undefined {
  return and(isNull(revokedAt), gt(expiresAt, now), isNull(users.disabledAt));
}
