import { dirname } from "node:path";
import { ConfigError, type ConfigProblem } from "./config-error";
import type { ConnectionConfig } from "./connection-config";
import { connectionFileSchema, type WrittenConnection } from "./connection-schema";
import { placeOf, problemsOf } from "./file-problems";
import { parseJsonText } from "./json-text";
import { resolveCredentials } from "./resolve-credentials";
import type { SecretSources } from "./secret-reference";

/**
 * Reads the file of connections and the secrets it points to.
 * @param path of the JSON file; `file:` references are relative to its folder.
 * @throws ConfigError listing every mistake with its place and mend; never holds a secret.
 */
export async function loadConnections(
  path: string,
  sources: SecretSources,
): Promise<readonly ConnectionConfig[]> {
  const json = parseJsonText(await readConfigFile(path, sources));
  if ("problem" in json) throw new ConfigError(path, [json.problem]);
  const file = connectionFileSchema.safeParse(json.value);
  if (!file.success) throw new ConfigError(path, problemsOf(file.error, json.value));
  const problems: ConfigProblem[] = [];
  const connections = await Promise.all(
    file.data.connections.map((written, index) =>
      resolveConnection(written, placeOf(["connections", index]), dirname(path), sources, problems),
    ),
  );
  if (problems.length > 0) throw new ConfigError(path, problems);
  return connections;
}

async function resolveConnection(
  written: WrittenConnection,
  place: string,
  folder: string,
  sources: SecretSources,
  problems: ConfigProblem[],
): Promise<ConnectionConfig> {
  const credentials = await resolveCredentials(written, place, folder, sources, (it) => problems.push(it));
  return { ...written, credentials };
}

async function readConfigFile(path: string, sources: SecretSources): Promise<string> {
  try {
    return await sources.readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    throw new ConfigError(path, [
      {
        place: "WATCHFLOOR_CONFIG",
        message: `cannot read the file${code}; check the path and its permissions`,
      },
    ]);
  }
}
