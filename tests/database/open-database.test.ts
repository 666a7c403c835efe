import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, onTestFinished, test } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import type { OpenDatabase } from "@/lib/server/db/database";
import { DatabaseInUseError } from "@/lib/server/db/directory-lock";
import { ForeignDatabaseError } from "@/lib/server/db/migrate";
import { countEventsBySource } from "@/lib/server/db/queries/count-events-by-source";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createLogger } from "@/lib/server/log";
import { deferred } from "@/tests/support/deferred";
import { mappedEvent } from "@/tests/support/event-factory";
import { createDatabase } from "@/tests/support/postgres-server";
import { startProxy } from "@/tests/support/processes/cuttable-proxy";
import { type Opening, startOpening } from "@/tests/support/processes/start-opening";

const logger = createLogger("fatal");
let dataDir = "";
let opened: OpenDatabase[] = [];
let holder: Opening | null = null;

/** A new embedded database takes seconds to make: it is made once and copied. */
let template = "";
const newDirectory = () => mkdtemp(join(tmpdir(), "watchfloor-data-"));

beforeAll(async () => {
  template = await newDirectory();
  const database = await openDatabase({ url: null, dataDir: template, logger });
  await database.close();
});
afterAll(() => rm(template, { recursive: true, force: true }));
beforeEach(async () => {
  dataDir = await newDirectory();
  await cp(template, dataDir, { recursive: true });
});
afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()));
  opened = [];
  await holder?.kill();
  holder = null;
  await rm(dataDir, { recursive: true, force: true });
});

async function open(options: { url?: string; migrationsFolder?: string } = {}): Promise<OpenDatabase> {
  const database = await openDatabase({ url: null, dataDir, logger, ...options });
  opened.push(database);
  return database;
}

const writeOne = ({ orm }: OpenDatabase) =>
  writeEvents(orm, { connection: "shop-waf", events: [mappedEvent()], syncedAt: new Date(0) });

/** Another process that has the directory open. */
async function startHolder(): Promise<Opening> {
  holder = startOpening({ dataDir });
  expect(await holder.opened).toBe(true);
  return holder;
}

test("the embedded database keeps its events when it is closed and opened again", async () => {
  const first = await open();
  await writeOne(first);
  await first.close();
  const second = await open();
  expect(await countEventsBySource(second.orm)).toHaveLength(1);
});

test("closing twice is the same as closing once", async () => {
  const database = await open();
  await expect(Promise.all([database.close(), database.close()])).resolves.toBeDefined();
});

test("a second process on the same directory is refused by a message with the directory and the ways out", async () => {
  const child = await startHolder();
  const refusal = await open().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DatabaseInUseError);
  for (const part of [dataDir, String(child.pid), "WATCHFLOOR_DATA_DIR", "DATABASE_URL"]) {
    expect(String(refusal)).toContain(part);
  }
});

test("the directory of a killed process is taken over at once", async () => {
  const child = await startHolder();
  await child.kill();
  const database = await open();
  await expect(writeOne(database)).resolves.toMatchObject({ inserted: 1 });
});

test("a database of another version is refused instead of failing later", async () => {
  const migrationsFolder = join(dataDir, "migrations");
  await cp("lib/server/db/migrations", migrationsFolder, { recursive: true });
  await writeFile(join(migrationsFolder, "0000_initial.sql"), "SELECT 1");
  await expect(open({ migrationsFolder })).rejects.toThrow(ForeignDatabaseError);
  // The refused attempt has freed the directory.
  await expect(open()).resolves.toBeDefined();
});

test("several processes that start at once on an empty server migrate it once", async () => {
  const url = await createDatabase(inject("postgresUrl"));
  const [first] = await Promise.all([open({ url }), open({ url }), open({ url })]);
  const { rows } = await first.orm.execute(sql`SELECT hash FROM drizzle.__drizzle_migrations`);
  const migrations = readMigrationFiles({ migrationsFolder: "lib/server/db/migrations" });
  expect(rows).toHaveLength(migrations.length);
});

test("a connection that the server cuts costs neither the process nor the next query", async () => {
  const url = await createDatabase(inject("postgresUrl"));
  const database = await open({ url });
  const other = await open({ url });
  await countEventsBySource(database.orm);
  await other.orm.execute(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await expect.poll(() => countEventsBySource(database.orm).catch(() => null)).toEqual([]);
});

test("a connection that breaks in the middle of a transaction costs that transaction, and the database can be closed", async () => {
  const complaints: unknown[] = [];
  const complain = (error: unknown) => complaints.push(error);
  process.on("uncaughtExceptionMonitor", complain);
  onTestFinished(() => {
    process.off("uncaughtExceptionMonitor", complain);
  });
  const url = await createDatabase(inject("postgresUrl"));
  const proxy = await startProxy(url);
  const database = await open({ url: proxy.url });
  const started = deferred<void>();
  const transaction = database.orm.transaction(async (tx) => {
    await tx.execute(sql`SELECT 1`);
    started.resolve(undefined);
    await tx.execute(sql`SELECT pg_sleep(60)`);
  });
  await started.promise;
  await Promise.all([expect(transaction).rejects.toThrow(), proxy.cut()]);
  await database.close();
  expect(complaints).toEqual([]);
});

test("connections that break before their transactions have begun are given back, and the database can be closed", async () => {
  const proxy = await startProxy(await createDatabase(inject("postgresUrl")));
  const database = await open({ url: proxy.url });
  const oneEach = () => database.orm.transaction((tx) => tx.execute(sql`SELECT pg_sleep(0.1)`));
  await Promise.all(Array.from({ length: 5 }, oneEach));
  const cut = proxy.cut();
  // The driver has not been told yet.
  const results = await Promise.allSettled(Array.from({ length: 5 }, oneEach));
  expect(results.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
  await cut;
  await expect(database.close()).resolves.toBeUndefined();
});

test("an address where no server listens is an error, without the password", async () => {
  const url = new URL(inject("postgresUrl"));
  url.port = "1";
  const refusal = await open({ url: url.href }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Error);
  expect(String(refusal)).not.toContain(url.password);
});
