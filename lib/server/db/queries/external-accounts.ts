import { and, eq, sql } from "drizzle-orm";
import type { Role } from "@/lib/api/role";
import type { User } from "@/lib/api/user";
import type { Database } from "../database";
import { users } from "../schema/accounts";

/** Who somebody is at an identity provider. */
export type ExternalIdentity = { readonly issuer: string; readonly subject: string };

type ExternalAccount = User & { readonly disabledAt: Date | null };

/** The account of somebody at an identity provider, held until the end of the transaction. */
export async function lockExternalAccount(
  transaction: Database,
  { issuer, subject }: ExternalIdentity,
): Promise<ExternalAccount | null> {
  const { id, username, role, disabledAt } = users;
  const [row] = await transaction
    .select({ id, username, role, disabledAt })
    .from(users)
    .where(and(eq(users.issuer, issuer), eq(users.subject, subject)))
    .for("update");
  return row ?? null;
}

/** @returns false when the name, or the identity, has an account already. */
export async function insertExternalAccount(
  transaction: Database,
  account: User & ExternalIdentity & { readonly createdAt: Date },
): Promise<boolean> {
  const inserted = await transaction
    .insert(users)
    .values(account)
    .onConflictDoNothing()
    .returning({ id: users.id });
  return inserted.length > 0;
}

export async function setRole(transaction: Database, id: string, role: Role): Promise<void> {
  await transaction
    .update(users)
    .set({ role, version: sql`${users.version} + 1` })
    .where(eq(users.id, id));
}
