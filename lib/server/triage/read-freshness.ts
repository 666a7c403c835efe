import type { Freshness } from "@/lib/api/event-list";
import { askedTogether } from "@/lib/server/asked-together";
import type { Deps } from "@/lib/server/deps";
import { readSourceHealth } from "@/lib/server/sync/read-source-states";

/** How fresh the copy of each source of each connection is; many who ask at a time share a question. */
export function createFreshnessReader({
  clock,
  clouds,
  database,
}: Pick<Deps, "clock" | "clouds" | "database">): () => Promise<Freshness[]> {
  const connections = [...clouds.values()].map(({ config }) => config);
  return askedTogether(async () => {
    const states = await readSourceHealth(database, connections, clock());
    return states.map(({ connection, source, lastSuccessAt, state, failingSince, reason }) => ({
      connection,
      source,
      lastSuccessAt,
      state,
      failingSince,
      reason,
    }));
  });
}
