import { createHash, randomBytes } from "node:crypto";
import { lowerRole } from "@/lib/api/role";
import { TOKEN_PREFIX } from "@/lib/api/tokens";
import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { claimUseRecord, findLiveToken, touchToken } from "@/lib/server/db/queries/token-store";
import { recordedPerson } from "./acting";
import { createBriefMemory } from "./brief-memory";
import type { RequestFacts } from "./request-facts";
import type { SignedIn } from "./signed-in";

const HOUR_MS = 3_600_000;
const TOUCH_EVERY_MS = 60_000;
const SHOWN_CHARACTERS = 8;

/** A new token: 256 random bits behind our prefix. `shown` tells it apart and opens nothing. */
export function generateToken(): { readonly secret: string; readonly shown: string } {
  const secret = `${TOKEN_PREFIX}${randomBytes(32).toString("base64url")}`;
  return { secret, shown: secret.slice(0, TOKEN_PREFIX.length + SHOWN_CHARACTERS) };
}

/** What is stored of a token. It cannot be guessed, so a fast hash is enough, unlike for a password. */
export function hashToken(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** API tokens live in the database; what was just read is remembered for a few seconds. */
export type ApiTokens = {
  /** Whom the token stands for; `null` when it opens nothing. Records its first use in an hour. */
  find(secret: string, facts: RequestFacts): Promise<SignedIn | null>;
  /** After a change of accounts or tokens: every token is looked up anew. */
  forgetAll(): void;
};

export function createApiTokens(database: Database, clock: Clock): ApiTokens {
  const memory = createBriefMemory((hash) => findLiveToken(database, hash, clock()), clock);

  async function noteUse(
    { token, user: owner }: NonNullable<Awaited<ReturnType<typeof findLiveToken>>>,
    facts: RequestFacts,
  ): Promise<void> {
    const at = clock();
    await database.transaction(async (transaction) => {
      await touchToken(transaction, token.id, at);
      const before = new Date(at.getTime() - HOUR_MS);
      if (!(await claimUseRecord(transaction, token.id, { now: at, before }))) return;
      await appendActivity(transaction, {
        at,
        ...recordedPerson({ id: owner.id, name: owner.username, origin: "api", address: facts.address }),
        action: "token.used",
        subject: token.id,
        details: { name: token.name, userAgent: facts.userAgent },
      });
    });
  }

  return {
    async find(secret, facts) {
      if (!secret.startsWith(TOKEN_PREFIX)) return null;
      const hash = hashToken(secret);
      const found = await memory.read(hash);
      const now = clock();
      if (found === null || found.token.expiresAt <= now) return null;
      const { token, user: owner, mustChangePassword } = found;
      if (token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() > TOUCH_EVERY_MS) {
        memory.forget(hash);
        await noteUse(found, facts);
      }
      return {
        user: { ...owner, role: lowerRole(owner.role, token.role) },
        via: { kind: "token", id: token.id },
        signedInAt: null,
        expiresAt: token.expiresAt,
        mustChangePassword,
      };
    },
    forgetAll: () => memory.forgetAll(),
  };
}
