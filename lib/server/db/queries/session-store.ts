import { and, eq, gt, isNull } from "drizzle-orm";
import type { User } from "@/lib/api/user";
import type { Database } from "../database";
import { sessions, users } from "../schema/accounts";

type SessionRow = {
  readonly user: User;
  readonly mustChangePassword: boolean;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date;
};

export async function insertSession(
  database: Database,
  session: typeof sessions.$inferInsert,
): Promise<void> {
  await database.insert(sessions).values(session);
}

/** The session if it still counts: neither expired nor revoked, and of an account that may sign in. */
export async function findLiveSession(database: Database, id: string, now: Date): Promise<SessionRow | null> {
  const [row] = await database
    .select({
      user: { id: users.id, username: users.username, role: users.role },
      mustChangePassword: users.mustChangePassword,
      expiresAt: sessions.expiresAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, id),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        isNull(users.disabledAt),
      ),
    )
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
