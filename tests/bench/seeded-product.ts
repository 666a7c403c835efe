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
type Use<Result> = (product: SeededProduct) => Promise<Result>;

/**
 * Runs `use` on the product as `npm start` runs it (a production build), with `size` seeded events up to now
 * and no connection: nothing else changes or is read meanwhile.
 */
export async function withSeededProduct<Result>(
  engine: OpenDatabase["kind"],
  size: number,
  use: Use<Result>,
): Promise<Result> {
  return withDirectory(async (directory) => {
    const server = engine === "postgres" ? await startPostgresServer() : null;
    try {
      const url = server === null ? null : await createDatabase(server.url);
      const database = await openDatabase({ url, dataDir: directory, logger: createLogger("fatal") });
      try {
        await seed(database.orm, size, new Date());
      } finally {
        await database.close();
      }
      return await withoutConnections(directory, url, use);
    } finally {
      await server?.stop();
    }
  });
}

/** The same on a PostgreSQL database that holds the events already. */
export function withProductOn<Result>(
  url: string,
  use: Use<Result>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Result> {
  return withDirectory((directory) => withoutConnections(directory, url, use, environment));
}

async function withDirectory<Result>(use: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), "watchfloor-bench-"));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function withoutConnections<Result>(
  directory: string,
  url: string | null,
  use: Use<Result>,
  more: Readonly<Record<string, string>> = {},
) {
  const connections = join(directory, "no-connections.json");
  await writeFile(connections, JSON.stringify({ connections: [] }));
  const environment = {
    WATCHFLOOR_CONFIG: connections,
    ...(url === null ? {} : { DATABASE_URL: url }),
    ...more,
  };
  return withProduct(root, use, {
    dataDirectory: directory,
    environment,
  });
}
