import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@/lib/server/db/client";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { withProduct } from "@/scripts/product";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { seed } from "./seed";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type SeededProduct = Parameters<Parameters<typeof withProduct>[1]>[0];

/**
 * Runs `use` on the product as `npm start` runs it (a production build), with `size` seeded events up to now
 * and no connection: nothing else changes or is read meanwhile.
 */
export async function withSeededProduct<Result>(
  engine: OpenDatabase["kind"],
  size: number,
  use: (product: SeededProduct) => Promise<Result>,
): Promise<Result> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "watchfloor-bench-"));
  const server = engine === "postgres" ? await startPostgresServer() : null;
  try {
    const url = server === null ? null : await createDatabase(server.url);
    const database = await openDatabase({ url, dataDir: dataDirectory, logger: createLogger("fatal") });
    try {
      await seed(database.orm, size, new Date());
    } finally {
      await database.close();
    }
    const connections = join(dataDirectory, "no-connections.json");
    await writeFile(connections, JSON.stringify({ connections: [] }));
    const environment = { WATCHFLOOR_CONFIG: connections, ...(url === null ? {} : { DATABASE_URL: url }) };
    return await withProduct(root, use, { dataDirectory, environment });
  } finally {
    await server?.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}
