import type { OWNERS, SessionList } from "@/lib/api/sessions";
import type { SignedIn } from "@/lib/server/auth/signed-in";
import { listLiveSessions } from "@/lib/server/db/queries/session-store";
import type { Deps } from "@/lib/server/deps";
import { ownedBy } from "./owned-by";

/** Sessions that still count, last used first. @throws ProblemError forbidden */
export async function listSessions(
  { clock, database, sessions }: Pick<Deps, "clock" | "database" | "sessions">,
  { user, via }: SignedIn,
  owner: (typeof OWNERS)[number],
): Promise<SessionList> {
  const now = clock();
  const usedSince = new Date(now.getTime() - sessions.limits.idleMs);
  const rows = await listLiveSessions(database, now, usedSince, ownedBy(owner, user));
  return {
    items: rows.map(({ session, owner }) => ({
      ...session,
      owner,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      current: via.kind === "session" && via.id === session.id,
    })),
  };
}
