import { join } from "node:path";
import { openDatabase } from "../lib/server/db/client";
import type { OpenDatabase } from "../lib/server/db/database";
import { loadEnvFile, readEnv } from "../lib/server/env";
import { createLogger } from "../lib/server/log";

/**
 * Opens the database that the environment, or the file `.env`, names: as the server would.
 * @param root of the repository.
 * @throws ConfigError, DatabaseInUseError
 */
export async function openInstallation(root: string): Promise<OpenDatabase> {
  loadEnvFile(join(root, ".env"));
  const env = readEnv();
  return openDatabase({
    url: env.DATABASE_URL?.reveal() ?? null,
    dataDir: env.WATCHFLOOR_DATA_DIR,
    logger: createLogger("warn"),
    migrationsFolder: join(root, "lib", "server", "db", "migrations"),
  });
}
