import { Client } from "pg";
import { afterEach, describe, expect, inject, it, onTestFinished } from "vitest";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { verifyActivity } from "@/lib/server/activity/verify";
import { SetupError } from "@/lib/server/config/setup-error";
import { openDatabase } from "@/lib/server/db/client";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { events } from "@/lib/server/db/schema/events";
import { createLogger } from "@/lib/server/log";
import { mappedEvent } from "@/tests/support/event-factory";
import { createDatabase } from "@/tests/support/postgres-server";
import { startTransactionPooler } from "@/tests/support/transaction-pooler";

const NOW = new Date("2026-03-01T11:00:00.000Z");
/** So many at once that they wait for each other. */
const AT_ONCE = 8;

const opened: OpenDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function open(url: string): Promise<Database> {
  const database = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
  opened.push(database);
  return database.orm;
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** As the server's administrator, in one database. */
async function asAdministrator(url: string, statement: string): Promise<void> {
  const server = new URL(inject("postgresUrl"));
  server.pathname = new URL(url).pathname;
  const client = new Client({ connectionString: server.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const writeOne = (db: Database, upstreamKey: string) =>
  writeEvents(db, {
    connection: "shop-waf",
    events: [mappedEvent({ upstreamKey, lastSeenAt: NOW.toISOString() })],
    syncedAt: NOW,
  });

const note = (db: Database, subject: string) =>
  db.transaction((tx) =>
    appendActivity(tx, {
      at: NOW,
      actor: { kind: "user", id: "mia", name: "mia", origin: "watchfloor" },
      action: "note.added",
      subject,
      details: {},
      address: null,
    }),
  );

/** What a sync and people do at the same time. */
async function work(db: Database): Promise<void> {
  const numbers = Array.from({ length: AT_ONCE }, (_, index) => `${index}`);
  await Promise.all(numbers.map((number) => writeOne(db, number)));
  await Promise.all(numbers.map((number) => note(db, number)));
  const stored = await db.select({ seen: events.lastSeenAt }).from(events);
  expect(stored).toEqual(Array(AT_ONCE).fill({ seen: NOW }));
  expect(await verifyActivity(db, () => NOW)).toMatchObject({ intact: true, entries: AT_ONCE });
}

describe("a database or user with defaults of its own is worked with as any other", () => {
  it.each([
    "datestyle = 'SQL, DMY'",
    "default_transaction_isolation = 'repeatable read'",
    "default_transaction_isolation = 'serializable'",
    "timezone = 'Asia/Kolkata'",
    "search_path = nowhere",
  ])("%s", async (setting) => {
    const url = await createDatabase(inject("postgresUrl"));
    await asAdministrator(url, `ALTER DATABASE ${nameOf(url)} SET ${setting}`);
    await work(await open(url));
  });

  it("a schema of the user's own name", async () => {
    const url = await createDatabase(inject("postgresUrl"), { owner: "owner_of_schema" });
    await asAdministrator(url, "CREATE SCHEMA AUTHORIZATION owner_of_schema");
    await work(await open(url));
  });

  it("the extension in a schema of its own", async () => {
    const url = await createDatabase(inject("postgresUrl"));
    await asAdministrator(url, 'CREATE SCHEMA "Ext 1"; CREATE EXTENSION pg_trgm SCHEMA "Ext 1"');
    await work(await open(url));
  });
});

describe("a database that would do harm later is refused at the start, with what to do", () => {
  const refusalOf = (url: string) => open(url).catch((error: unknown) => error);

  it.each([
    [
      "an encoding of few characters",
      "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0",
      /LATIN1.*ENCODING 'UTF8'/,
    ],
    ["no encoding", "ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0", /SQL_ASCII.*ENCODING 'UTF8'/],
    [
      "Turkish letters",
      "LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR' TEMPLATE template0",
      /I and i.*LOCALE 'C.UTF-8'/,
    ],
  ])("%s", async (_what, options, words) => {
    const refusal = await refusalOf(await createDatabase(inject("postgresUrl"), { options }));
    expect(refusal).toBeInstanceOf(SetupError);
    expect(String(refusal)).toMatch(words);
  });

  it("an extension in a schema that the user may not use", async () => {
    const url = await createDatabase(inject("postgresUrl"), { owner: "owner_outside" });
    await asAdministrator(url, "CREATE SCHEMA closed; CREATE EXTENSION pg_trgm SCHEMA closed");
    const refusal = await refusalOf(url);
    expect(refusal).toBeInstanceOf(SetupError);
    expect(String(refusal)).toContain("GRANT USAGE ON SCHEMA");
  });

  it("a pooler that changes the session between transactions", async () => {
    const pooler = await startTransactionPooler(await createDatabase(inject("postgresUrl")));
    onTestFinished(() => pooler.stop());
    const refusal = await refusalOf(pooler.url);
    expect(refusal).toBeInstanceOf(SetupError);
    expect(String(refusal)).toContain("pool_mode = session");
  });
});
