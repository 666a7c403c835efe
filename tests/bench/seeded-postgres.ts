import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { seed } from "./seed";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the seeded databases are made of: with a change of any of it they are made anew. */
const INGREDIENTS = [
  "lib/server/db/migrations",
  "lib/server/db/queries/write-events.ts",
  "lib/server/db/queries/write-event-rows.ts",
  "lib/server/db/queries/write-dictionaries.ts",
  "tests/bench/seed.ts",
  "tests/bench/multiply-events.ts",
  "tests/support/event-factory.ts",
  "tests/support/event-profiles.ts",
];

function digestOfIngredients(): string {
  const hash = createHash("sha256");
  for (const path of INGREDIENTS) {
    const files = path.endsWith(".ts")
      ? [path]
      : readdirSync(join(root, path)).map((name) => join(path, name));
    for (const file of files.filter((name) => /\.(sql|ts)$/.test(name)).sort()) {
      hash.update(file).update(readFileSync(join(root, file)));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

/** The one setting that every server of such a size is given; by itself it is made for the smallest machines. */
const SERVER_SETTINGS = ["shared_buffers=512MB"];

export type SeededServer = {
  /** The URL of a new database with `size` events. */
  database(size: number): Promise<string>;
  stop(): Promise<void>;
};

/**
 * A PostgreSQL server whose databases of seeded events are kept below the system's folder of temporary files:
 * making a million events takes minutes, copying them seconds.
 */
export async function startSeededServer(): Promise<SeededServer> {
  const folder = join(tmpdir(), `watchfloor-seeded-${digestOfIngredients()}`);
  const server = await startPostgresServer({ keptIn: folder, settings: SERVER_SETTINGS });
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  const made: string[] = [];

  async function template(size: number): Promise<string> {
    const name = `seeded_${size}`;
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return name;
    console.log(`Making ${size.toLocaleString("en")} events; they are kept for the next time.`);
    const url = await createDatabase(server.url);
    const database = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
    const rowsPerSecond = await seed(database.orm, size);
    await database.close();
    console.log(`Written at ${rowsPerSecond.toLocaleString("en")} rows/s.`);
    await admin.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${name}`);
    return name;
  }

  return {
    async database(size) {
      const url = await createDatabase(server.url, { template: await template(size) });
      made.push(new URL(url).pathname.slice(1));
      return url;
    },
    async stop() {
      for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      await server.stop();
    },
  };
}
