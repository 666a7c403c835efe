import { and, desc, eq, isNull, lte, or } from "drizzle-orm";
import type { User } from "@/lib/api/user";
import type { Database } from "../database";
import { apiTokens, users } from "../schema/accounts";
import { type CredentialOwner, credentialOwner, isLive } from "./credential-owner";

/** A token that still opens something, and whose it is. */
type LiveToken = CredentialOwner & {
  readonly token: Pick<typeof apiTokens.$inferSelect, "id" | "name" | "role" | "expiresAt" | "lastUsedAt">;
};

/** @returns null when it is unknown, expired or revoked, or its owner may not sign in. */
export async function findLiveToken(database: Database, hash: string, now: Date): Promise<LiveToken | null> {
  const { id, name, role, expiresAt, lastUsedAt } = apiTokens;
  const [row] = await database
    .select({ ...credentialOwner, token: { id, name, role, expiresAt, lastUsedAt } })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(eq(apiTokens.hash, hash), isLive(apiTokens, now)))
    .limit(1);
  return row ?? null;
}

export async function touchToken(database: Database, id: string, now: Date): Promise<void> {
  await database.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id));
}

/**
 * Claims the recording of a token's use.
 * @returns whether nobody has recorded one since `before`; only one of several callers is told so.
 */
export async function claimUseRecord(
  database: Database,
  id: string,
  { now, before }: { readonly now: Date; readonly before: Date },
): Promise<boolean> {
  const claimed = await database
    .update(apiTokens)
    .set({ lastRecordedAt: now })
    .where(
      and(eq(apiTokens.id, id), or(isNull(apiTokens.lastRecordedAt), lte(apiTokens.lastRecordedAt, before))),
    )
    .returning({ id: apiTokens.id });
  return claimed.length > 0;
}

export async function insertToken(database: Database, token: typeof apiTokens.$inferInsert): Promise<void> {
  await database.insert(apiTokens).values(token);
}

/** Without what could be used to sign in. */
export type TokenRow = {
  readonly token: Omit<typeof apiTokens.$inferSelect, "hash" | "userId" | "lastRecordedAt">;
  readonly owner: User & { readonly disabledAt: Date | null };
};

/** Tokens, newest first, ended ones too. @param filter all that is given must match. */
export async function listTokens(
  database: Database,
  filter: { readonly id?: string; readonly userId?: string },
): Promise<TokenRow[]> {
  const { id, name, prefix, role, createdAt, expiresAt, lastUsedAt, revokedAt } = apiTokens;
  return database
    .select({
      token: { id, name, prefix, role, createdAt, expiresAt, lastUsedAt, revokedAt },
      owner: { ...credentialOwner.user, disabledAt: users.disabledAt },
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        filter.id === undefined ? undefined : eq(apiTokens.id, filter.id),
        filter.userId === undefined ? undefined : eq(apiTokens.userId, filter.userId),
      ),
    )
    .orderBy(desc(apiTokens.createdAt), apiTokens.id);
}

/** @returns false when it had been revoked already. */
export async function revokeToken(database: Database, id: string, now: Date): Promise<boolean> {
  const revoked = await database
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return revoked.length > 0;
}
