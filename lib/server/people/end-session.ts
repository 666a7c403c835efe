import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import { listLiveSessions, revokeSession } from "@/lib/server/db/queries/session-store";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { endableBy } from "./owned-by";

/**
 * Ends a session: one's own, or as an administrator anybody's.
 * @throws ProblemError not-found, also for a session that somebody may not end.
 */
export async function endSession(
  { clock, database, sessions }: Pick<Deps, "clock" | "database" | "sessions">,
  acting: Acting,
  id: string,
): Promise<void> {
  const at = clock();
  const ended = await database.transaction(async (transaction) => {
    const filter = { id, ...endableBy(acting.signedIn.user) };
    const [found] = await listLiveSessions(transaction, at, new Date(0), filter);
    if (!found || !(await revokeSession(transaction, id, at))) return false;
    await appendActivity(transaction, {
      at,
      ...recordedActor(acting),
      action: "session.revoked",
      subject: id,
      details: { owner: found.owner.username, userAgent: found.session.userAgent },
    });
    return true;
  });
  if (!ended) throw new ProblemError("not-found", "There is no such session, or it has ended already.");
  sessions.forgetAll();
}
