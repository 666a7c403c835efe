import { nanoid } from "nanoid";
import { roleIncludes } from "@/lib/api/role";
import { type CreateToken, LONGEST_TOKEN_DAYS, type TokenCreated } from "@/lib/api/tokens";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { generateToken, hashToken } from "@/lib/server/auth/api-tokens";
import { insertToken } from "@/lib/server/db/queries/token-store";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest } from "@/lib/server/http/problem-error";
import { tokenResponse } from "./token-response";

const DAY_MS = 86_400_000;

/**
 * Makes an API token of one's own.
 * @returns the token itself, which nobody can read again.
 * @throws ProblemError invalid-request for a role above one's own, or an end in the past or too far away.
 */
export async function createToken(
  { clock, database }: Pick<Deps, "clock" | "database">,
  acting: Acting,
  { name, role, expiresAt }: CreateToken,
): Promise<TokenCreated> {
  const { user } = acting.signedIn;
  const now = clock();
  const end = new Date(expiresAt);
  const latest = new Date(now.getTime() + LONGEST_TOKEN_DAYS * DAY_MS);
  if (!roleIncludes(user.role, role)) {
    const message = `Your role is ${user.role}; give that one or a lower one.`;
    throw invalidRequest([{ field: "role", message }]);
  }
  if (end <= now || end > latest) {
    const message = `Give a time from now to ${latest.toISOString()}.`;
    throw invalidRequest([{ field: "expiresAt", message }]);
  }
  const { secret, shown } = generateToken();
  const token = { id: nanoid(), name, prefix: shown, role, createdAt: now, expiresAt: end };
  await database.transaction(async (transaction) => {
    await insertToken(transaction, { ...token, userId: user.id, hash: hashToken(secret) });
    await appendActivity(transaction, {
      at: now,
      ...recordedActor(acting),
      action: "token.created",
      subject: token.id,
      details: { name, prefix: shown, role, expiresAt: end.toISOString() },
    });
  });
  const row = {
    token: { ...token, lastUsedAt: null, revokedAt: null },
    owner: { ...user, disabledAt: null },
  };
  return { token: tokenResponse(row, now), secret };
}
