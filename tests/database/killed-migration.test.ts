import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getTableName, is } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import * as schema from "@/lib/server/db/schema";
import { random } from "@/lib/simulator/random";
import { createDatabase } from "@/tests/support/postgres-server";
import { type Opening, startOpening } from "@/tests/support/processes/start-opening";

const KILLS = 2;
/** A new embedded database has about 1,150 files and folders. */
const MOST_FILES = 1_100;
const PATIENCE = { timeout: 60_000, interval: 5 };
const migrations = readMigrationFiles({ migrationsFolder: "lib/server/db/migrations" }).length;

let directory: string;
let opening: Opening | null = null;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "watchfloor-migration-"));
});
afterEach(async () => {
  await opening?.kill();
  await rm(directory, { recursive: true, force: true });
});

test("a process that dies while it makes the embedded database leaves one that the next process completes", async () => {
  const moments = random("files", 1);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const dataDir = join(directory, String(kill));
    const files = moments.int(1, MOST_FILES);
    const place = join(dataDir, "pglite");
    const dying = startOpening({ dataDir });
    opening = dying;
    // It is made beside its place, until it is whole.
    await vi.waitUntil(() => filesIn(`${place}.unfinished`) >= files || filesIn(place) > 0, PATIENCE);
    await dying.kill();
    opening = startOpening({ dataDir });
    expect(await opening.opened).toBe(true);
    await opening.kill();
  }
}, 180_000);

test("a process that dies amid a migration leaves nothing of it, and the next one makes it whole", async () => {
  const url = await createDatabase(inject("postgresUrl"));
  // Two, because a transaction sees the others' activity as it was when it looked first.
  const [holder, watcher] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([holder.connect(), watcher.connect()]);
  const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? [getTableName(one)] : []));
  for (const table of random("tables", 1).sample(tables, KILLS)) {
    // A table of the same name that is not committed: the migration waits there, half done.
    await holder.query("BEGIN");
    await holder.query(`CREATE TABLE ${holder.escapeIdentifier(table)} (id integer)`);
    const dying = startOpening({ url });
    opening = dying;
    await vi.waitUntil(() => anyoneWaits(watcher), { ...PATIENCE, interval: 50 });
    await dying.kill();
    await holder.query("ROLLBACK");
  }
  opening = startOpening({ url });
  expect(await opening.opened).toBe(true);
  const { rows } = await watcher.query("SELECT id FROM drizzle.__drizzle_migrations");
  expect(rows).toHaveLength(migrations);
  await Promise.all([holder.end(), watcher.end()]);
}, 180_000);

/** None, while what is being read comes and goes. */
function filesIn(place: string): number {
  try {
    return readdirSync(place, { recursive: true }).length;
  } catch {
    return 0;
  }
}

/** Whether a process waits for what another one's transaction holds. */
async function anyoneWaits(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0",
  );
  return rows.length > 0;
}
