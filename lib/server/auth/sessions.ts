import { nanoid } from "nanoid";
import type { User } from "@/lib/api/user";
import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { databaseTrouble } from "@/lib/server/db/database-trouble";
import {
  findLiveSession,
  insertSession,
  revokeSession,
  touchSession,
} from "@/lib/server/db/queries/session-store";
import { noteSignIn } from "@/lib/server/db/queries/user-accounts";
import { recordedPerson } from "./acting";
import { createBriefMemory } from "./brief-memory";
import type { RequestFacts } from "./request-facts";
import type { SignedIn } from "./signed-in";

/** When sessions end by themselves, and what they allow when. Milliseconds. */
export type SessionLimits = {
  /** However busy, a session ends after this time. */
  readonly lifetimeMs: number;
  readonly idleMs: number;
  /** How long after signing in one may do what gives others a way in, or takes it. */
  readonly recentMs: number;
};

const TOUCH_EVERY_MS = 60_000;

/** Sessions live in the database; what was just read is remembered for a few seconds. */
export type Sessions = {
  readonly limits: SessionLimits;
  /** Starts a session and records it. @returns its id. */
  start(user: Pick<User, "id" | "username">, facts: RequestFacts): Promise<string>;
  /** `null` when the session does not count (any more). */
  find(id: string): Promise<SignedIn | null>;
  /** The person signs out: ends the session and records it; does nothing when it had ended. */
  end(id: string, user: Pick<User, "id" | "username">, facts: RequestFacts): Promise<void>;
  /** After a change of accounts or sessions: the next request of everybody is looked up anew. */
  forgetAll(): void;
};

/** Nobody is kept from reading because a database that stores nothing cannot note it: at worst the session ends early. */
function ignoreTrouble(error: unknown): void {
  if (databaseTrouble(error) === null) throw error;
}

export function createSessions(database: Database, clock: Clock, limits: SessionLimits): Sessions {
  const memory = createBriefMemory((id) => findLiveSession(database, id, clock()), clock);

  return {
    limits,

    async start(user, { address, userAgent }) {
      const now = clock();
      const id = nanoid(32);
      await database.transaction(async (transaction) => {
        await insertSession(transaction, {
          id,
          userId: user.id,
          createdAt: now,
          lastUsedAt: now,
          expiresAt: new Date(now.getTime() + limits.lifetimeMs),
          address,
          userAgent,
        });
        await noteSignIn(transaction, user.id, now);
        await appendActivity(transaction, {
          at: now,
          ...recordedPerson({ id: user.id, name: user.username, origin: "watchfloor", address }),
          action: "session.started",
          subject: null,
          details: { userAgent },
        });
      });
      return id;
    },

    async find(id) {
      const row = await memory.read(id);
      const now = clock();
      if (row === null || row.expiresAt <= now) return null;
      const idleMs = now.getTime() - row.lastUsedAt.getTime();
      if (idleMs > limits.idleMs) return null;
      if (idleMs > TOUCH_EVERY_MS) {
        memory.forget(id);
        await touchSession(database, id, now).catch(ignoreTrouble);
      }
      const { user, createdAt, expiresAt, mustChangePassword } = row;
      return { user, via: { kind: "session", id }, signedInAt: createdAt, expiresAt, mustChangePassword };
    },

    async end(id, user, { address }) {
      const at = clock();
      await database.transaction(async (transaction) => {
        if (!(await revokeSession(transaction, id, at))) return;
        await appendActivity(transaction, {
          at,
          ...recordedPerson({ id: user.id, name: user.username, origin: "watchfloor", address }),
          action: "session.ended",
          subject: null,
          details: {},
        });
      });
      memory.forget(id);
    },

    forgetAll: () => memory.forgetAll(),
  };
}
