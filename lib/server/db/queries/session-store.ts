import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../database";
import { sessions, users } from "../schema/accounts";
import { type CredentialOwner, credentialOwner, isLive } from "./credential-owner";

type SessionRow = CredentialOwner & {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date;
};

export async function insertSession(
  database: Database,
  session: typeof sessions.$inferInsert,
): Promise<void> {
  await database.insert(sessions).values(session);
}

/** The session if it still counts, and whose it is. */
export async function findLiveSession(database: Database, id: string, now: Date): Promise<SessionRow | null> {
  const [row] = await database
    .select({
      ...credentialOwner,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), isLive(sessions, now)))
    .limit(1);
  return row ?? null;
}

export async function touchSession(database: Database, id: string, now: Date): Promise<void> {
  await database.update(sessions).set({ lastUsedAt: now }).where(eq(sessions.id, id));
}

/** @returns false when the session had ended already. */
export async function revokeSession(database: Database, id: string, now: Date): Promise<boolean> {
  const revoked = await database
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return revoked.length > 0;
}

/** Sessions that still count, last used first, with whose they are. @param filter all that is given must match. */
export async function listLiveSessions(
  database: Database,
  now: Date,
  usedSince: Date,
  filter: { readonly id?: string; readonly userId?: string },
) {
  const { id, createdAt, lastUsedAt, expiresAt, address, userAgent } = sessions;
  return database
    .select({
      session: { id, createdAt, lastUsedAt, expiresAt, address, userAgent },
      owner: { id: users.id, username: users.username },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastUsedAt, usedSince),
        filter.id === undefined ? undefined : eq(sessions.id, filter.id),
        filter.userId === undefined ? undefined : eq(sessions.userId, filter.userId),
      ),
    )
    .orderBy(desc(sessions.lastUsedAt), sessions.id);
}
