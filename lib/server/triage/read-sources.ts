import type { Connection, SourceList } from "@/lib/api/source-list";
import { endpointOf } from "@/lib/server/clouds/endpoint-of";
import { readOperations } from "@/lib/server/clouds/operations";
import { describeAuthentication } from "@/lib/server/config/connection-config";
import type { Deps } from "@/lib/server/deps";
import { readSourceStates } from "@/lib/server/sync/read-source-states";

/** The connections, and how well each of their sources is read. */
export async function readSources({ clock, clouds, database, writeWatch }: Deps): Promise<SourceList> {
  const configs = [...clouds.values()].map(({ config }) => config);
  const states = await readSourceStates(database, configs, clock());
  const connections = configs.map((config): Connection => {
    const { id, name, product, region } = config;
    return {
      id,
      name,
      product,
      region,
      endpoint: endpointOf(config),
      authentication: describeAuthentication(config.credentials),
      operations: readOperations(product).map((operation) => operation.name),
      sources: states
        .filter((state) => state.connection === id)
        .map(({ connection: _connection, ...state }) => state),
    };
  });
  return { connections, storageProblem: writeWatch.trouble() };
}
