import type { Freshness } from "@/lib/api/event-list";
import type { Deps } from "@/lib/server/deps";
import { readSourceHealth } from "@/lib/server/sync/read-source-states";

/** How fresh the copy of each source of each connection is. */
export async function readFreshness({ clock, clouds, database }: Deps): Promise<Freshness[]> {
  const connections = [...clouds.values()].map(({ config }) => config);
  const states = await readSourceHealth(database, connections, clock());
  return states.map(({ connection, source, lastSuccessAt, state, failingSince, reason }) => ({
    connection,
    source,
    lastSuccessAt,
    state,
    failingSince,
    reason,
  }));
}
