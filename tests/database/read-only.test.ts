import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { eventListSchema } from "@/lib/api/event-list";
import { healthSchema } from "@/lib/api/health";
import { FIRST_USERNAME } from "@/lib/server/auth/create-first-account";
import { createSessions } from "@/lib/server/auth/sessions";
import { openDatabase } from "@/lib/server/db/client";
import type { OpenDatabase } from "@/lib/server/db/database";
import { findAccount } from "@/lib/server/db/queries/user-accounts";
import { takeSyncLead } from "@/lib/server/db/sync-lead";
import { createLogger } from "@/lib/server/log";
import { withJson } from "@/tests/support/callers";
import { createDatabase } from "@/tests/support/postgres-server";
import { expectProblem } from "@/tests/support/problem";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";
import { jsonAnswer } from "@/tests/support/processes/json-answer";
import type { AppProcess } from "@/tests/support/processes/start-app";

const PATIENCE = { timeout: 20_000, interval: 100 };
const TAKES_NO_CHANGES = expect.stringContaining("takes no changes at present");
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let url: string;
let other: Client;
const opened: OpenDatabase[] = [];
let installation: Installation;
let app: AppProcess;

beforeAll(async () => {
  url = await createDatabase(inject("postgresUrl"));
  other = new Client({ connectionString: url });
  await other.connect();
  installation = await newInstallation(url, null);
  app = await installation.start();
});
afterAll(async () => {
  await installation.remove();
  for (const database of opened) await database.close();
  await other.end();
});

/** As a server that another one has taken over from; connections that are there meanwhile stay what they were. */
async function takeNoChanges(): Promise<void> {
  await setForNewConnections("default_transaction_read_only = on");
  await other.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
}
const takeChanges = () => setForNewConnections("default_transaction_read_only = off");

async function setForNewConnections(setting: string): Promise<void> {
  const { rows } = await other.query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
  await other.query("SET default_transaction_read_only = off");
  await other.query(`ALTER DATABASE ${rows[0]?.name} SET ${setting}`);
}

async function openAgain(): Promise<OpenDatabase> {
  await takeChanges();
  const database = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
  opened.push(database);
  return database;
}

let views = 0;
const saveView = () => {
  views += 1;
  return app.ask("/api/views", withJson("POST", { name: `View ${views}`, query: "severity=high" }));
};
const databaseCheck = async () =>
  healthSchema
    .parse(await (await app.call("/api/health")).json())
    .checks.find(({ name }) => name === "database");

describe("a database that takes no changes", () => {
  it("tells so to who wants to store something and in health, and is read from as ever", async () => {
    await takeNoChanges();
    const refused = await vi.waitUntil(async () => {
      const answer = await saveView();
      return (await databaseCheck())?.state === "failed" ? null : answer;
    }, PATIENCE);
    const { detail } = await expectProblem(refused, "database-unavailable");
    expect(detail).toEqual(TAKES_NO_CHANGES);
    expect(await databaseCheck()).toMatchObject({ state: "degraded", reason: TAKES_NO_CHANGES });
    expect(await jsonAnswer(app.ask("/api/events"), eventListSchema)).toMatchObject({ total: 0 });
  });

  it("is written to again although connections were made meanwhile that take none", async () => {
    await takeChanges();
    await vi.waitFor(async () => expect((await saveView()).ok).toBe(true), PATIENCE);
    expect(await databaseCheck()).toMatchObject({ state: "ok" });
  });

  it("keeps nobody out whose session cannot be noted as used, and lets nobody lead", async () => {
    const database = await openAgain();
    const account = await findAccount(database.orm, FIRST_USERNAME);
    if (account === null) throw new Error("The first account is missing.");
    let now = Date.now();
    const limits = { lifetimeMs: DAY_MS, idleMs: DAY_MS, recentMs: DAY_MS };
    const sessions = createSessions(database.orm, () => new Date(now), limits);
    const id = await sessions.start(account, { address: "127.0.0.1", userAgent: null });
    await takeNoChanges();
    now += 2 * MINUTE_MS;
    expect(await vi.waitFor(() => sessions.find(id), PATIENCE)).toMatchObject({ via: { id } });
    expect(await takeSyncLead(database.orm)).toBeNull();
  });

  it("is not asked to change anything on the same connection again", async () => {
    const database = await openAgain();
    const store = () => database.orm.transaction((tx) => tx.execute("CREATE TABLE stored ()"));
    await takeNoChanges();
    await vi.waitFor(() => expect(store()).rejects.toThrow(/CREATE TABLE/), PATIENCE);
    await takeChanges();
    await store();
  });
});
