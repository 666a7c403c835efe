import type { Token } from "@/lib/api/tokens";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { listTokens, revokeToken as revokeRow } from "@/lib/server/db/queries/token-store";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { endableBy } from "./owned-by";
import { tokenResponse } from "./token-response";

/**
 * Ends an API token: one's own, or as an administrator anybody's. Doing it twice changes nothing.
 * @throws ProblemError not-found, also for a token that somebody may not end.
 */
export async function revokeToken(
  { apiTokens, clock, database }: Pick<Deps, "apiTokens" | "clock" | "database">,
  acting: Acting,
  id: string,
): Promise<Token> {
  const at = clock();
  const revoked = await database.transaction(async (transaction) => {
    const filter = { id, ...endableBy(acting.signedIn.user) };
    const [found] = await listTokens(transaction, filter);
    if (!found || !(await revokeRow(transaction, id, at))) return found;
    await appendActivity(transaction, {
      at,
      ...recordedActor(acting),
      action: "token.revoked",
      subject: id,
      details: { name: found.token.name, prefix: found.token.prefix, owner: found.owner.username },
    });
    return { ...found, token: { ...found.token, revokedAt: at } };
  });
  if (!revoked) throw new ProblemError("not-found", `There is no token ${id}. See /api/tokens.`);
  apiTokens.forgetAll();
  return tokenResponse(revoked, at);
}
