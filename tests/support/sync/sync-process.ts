import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import type { Database } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { readSourceStates } from "@/lib/server/sync/read-source-states";
import { startSync } from "@/lib/server/sync/start-sync";
import { testClient } from "../cloud-connections";
import type { VirtualTime } from "./virtual-time";

/** The sync of a whole installation, as one process runs it: without waiting for the clouds' limits. */
export function startSyncProcess(
  database: Database,
  connections: readonly ConnectionConfig[],
  time: VirtualTime,
) {
  const clouds = new Map(
    connections.map((config) => [
      config.id,
      { config, client: testClient(config, { budgets: { take: async () => {} } }) },
    ]),
  );
  const sync = startSync({
    database,
    clouds,
    clock: time.clock,
    log: createLogger("fatal"),
    sleep: time.sleep,
    random: () => 0.5,
  });
  return {
    ...sync,
    /** How each source is doing, by its id. */
    async states() {
      const states = await readSourceStates(database, connections, time.clock());
      return Object.fromEntries(states.map((state) => [state.source, state]));
    },
  };
}
