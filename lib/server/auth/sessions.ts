import { LRUCache } from "lru-cache";
import { nanoid } from "nanoid";
import type { User } from "@/lib/api/user";
import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import {
  findLiveSession,
  insertSession,
  revokeSession,
  type SessionRow,
  touchSession,
} from "@/lib/server/db/queries/session-store";
import type { RequestFacts } from "./request-facts";
import type { SignedIn } from "./signed-in";

const DAY_MS = 86_400_000;
/** However busy, a session ends after this time. */
export const SESSION_LIFETIME_MS = 7 * DAY_MS;
const IDLE_LIMIT_MS = DAY_MS;
const TOUCH_EVERY_MS = 60_000;
/** How long an ended session or a changed role may go unnoticed. */
const CACHE_MS = 5_000;
const CACHE_SIZE = 10_000;

/** Sessions live in the database; what was just read is remembered for a few seconds. */
export type Sessions = {
  /** Starts a session and records it. @returns its id. */
  start(user: Pick<User, "id" | "username">, facts: RequestFacts): Promise<string>;
  /** `null` when the session does not count (any more). */
  find(id: string): Promise<SignedIn | null>;
  /** Ends a session and records it; does nothing when it had ended. */
  end(signedIn: SignedIn, facts: RequestFacts): Promise<void>;
};

export function createSessions(database: Database, clock: Clock): Sessions {
  const cache = new LRUCache<string, Promise<SessionRow | null>>({
    max: CACHE_SIZE,
    ttl: CACHE_MS,
    perf: { now: () => clock().getTime() },
  });

  function read(id: string): Promise<SessionRow | null> {
    const known = cache.get(id);
    if (known) return known;
    const row = findLiveSession(database, id, clock());
    cache.set(id, row);
    // A failed read must not be remembered as an answer.
    row.catch(() => cache.delete(id));
    return row;
  }

  return {
    async start(user, { address, userAgent }) {
      const now = clock();
      const id = nanoid(32);
      await database.transaction(async (transaction) => {
        await insertSession(transaction, {
          id,
          userId: user.id,
          createdAt: now,
          lastUsedAt: now,
          expiresAt: new Date(now.getTime() + SESSION_LIFETIME_MS),
          address,
          userAgent,
        });
        await appendActivity(transaction, {
          at: now,
          actor: { kind: "user", id: user.id, name: user.username },
          action: "session.started",
          subject: null,
          details: { userAgent },
          address,
        });
      });
      return id;
    },

    async find(id) {
      const row = await read(id);
      const now = clock();
      if (row === null || row.expiresAt <= now) return null;
      const idleMs = now.getTime() - row.lastUsedAt.getTime();
      if (idleMs > IDLE_LIMIT_MS) return null;
      if (idleMs > TOUCH_EVERY_MS) {
        cache.delete(id);
        await touchSession(database, id, now);
      }
      return { user: row.user, sessionId: id, expiresAt: row.expiresAt };
    },

    async end({ user, sessionId }, { address }) {
      const at = clock();
      await database.transaction(async (transaction) => {
        if (!(await revokeSession(transaction, sessionId, at))) return;
        await appendActivity(transaction, {
          at,
          actor: { kind: "user", id: user.id, name: user.username },
          action: "session.ended",
          subject: null,
          details: {},
          address,
        });
      });
      cache.delete(sessionId);
    },
  };
}
