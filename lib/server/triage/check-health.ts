import type { Health } from "@/lib/api/health";
import { ping } from "@/lib/server/db/queries/ping";
import type { Deps } from "@/lib/server/deps";
import { withTimeLimit } from "@/lib/server/time-limit";

type Check = Health["checks"][number];

/** Whoever watches the server asks often and does not wait long. */
const LIMIT_MS = 2_000;

async function checkDatabase({ database, writeWatch, log }: Deps): Promise<Check> {
  try {
    await withTimeLimit(LIMIT_MS, () => ping(database));
    const reason = writeWatch.trouble();
    return { name: "database", state: reason === null ? "ok" : "degraded", reason };
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return {
      name: "database",
      state: "failed",
      reason: "The database does not answer; see the server's log.",
    };
  }
}

/** Says how many sources are stale, not which or why: the answer is public. */
async function checkSync(deps: Deps): Promise<Check> {
  const states = await deps.readFreshness();
  const stale = states.filter(({ state }) => state === "stale").length;
  if (stale === 0) return { name: "sync", state: "ok", reason: null };
  return {
    name: "sync",
    state: "degraded",
    reason: `${stale} of ${states.length} sources are stale; sign in and open the sources page.`,
  };
}

/**
 * Whether requests can be served. Clouds that fail do not make the server unready, nor does a full disk: the index still
 * answers, and no other server of the same database would do better.
 */
export async function checkHealth(deps: Deps): Promise<Health> {
  const database = await checkDatabase(deps);
  const ready = database.state !== "failed";
  return { live: true, ready, checks: ready ? [database, await checkSync(deps)] : [database] };
}
