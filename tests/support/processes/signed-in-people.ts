import { createSessions } from "@/lib/server/auth/sessions";
import { systemClock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import { sessionCookie } from "./session-cookie";

const DAY_MS = 86_400_000;

/**
 * Makes so many viewers, each of whom has signed in.
 * @param secret NEXTAUTH_SECRET of the servers on this database.
 * @returns the cookie of each.
 */
export async function signedInPeople(db: Database, secret: string, count: number): Promise<string[]> {
  const limits = { lifetimeMs: DAY_MS, idleMs: DAY_MS, recentMs: DAY_MS };
  const sessions = createSessions(db, systemClock, limits);
  const cookies: string[] = [];
  while (cookies.length < count) {
    const id = `viewer-${cookies.length}`;
    // Without a password: making a thousand hashes takes minutes.
    await insertUser(db, { id, username: id, role: "viewer", passwordHash: null, createdAt: new Date() });
    const session = await sessions.start({ id, username: id }, { address: "127.0.0.1", userAgent: null });
    cookies.push(await sessionCookie(session, secret));
  }
  return cookies;
}
