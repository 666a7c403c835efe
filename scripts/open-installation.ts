import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../lib/server/config/config-error";
import { openDatabase, pgliteDirectory } from "../lib/server/db/client";
import type { OpenDatabase } from "../lib/server/db/database";
import { loadEnvFile, readEnv } from "../lib/server/env";
import { createLogger } from "../lib/server/log";

/**
 * Opens the database that the environment, or the file `.env`, names: as the server would.
 * @param root of the repository.
 * @param mayBeNew false where a new, empty database would look like an answer: a wrong one is refused then.
 * @throws ConfigError, DatabaseInUseError, ForeignDatabaseError
 */
export async function openInstallation(
  root: string,
  { mayBeNew }: { readonly mayBeNew: boolean },
): Promise<OpenDatabase> {
  loadEnvFile(join(root, ".env"));
  const env = readEnv();
  if (!mayBeNew && env.DATABASE_URL === undefined && !existsSync(pgliteDirectory(env.WATCHFLOOR_DATA_DIR))) {
    const message = "There is no database. Name the directory that the server uses, or give DATABASE_URL.";
    throw new ConfigError(env.WATCHFLOOR_DATA_DIR, [{ place: "WATCHFLOOR_DATA_DIR", message }]);
  }
  return openDatabase({
    mayBeNew,
    url: env.DATABASE_URL?.reveal() ?? null,
    dataDir: env.WATCHFLOOR_DATA_DIR,
    logger: createLogger("warn"),
    migrationsFolder: join(root, "lib", "server", "db", "migrations"),
  });
}
