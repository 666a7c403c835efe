import { readMigrationFiles } from "drizzle-orm/migrator";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { eventListSchema } from "@/lib/api/event-list";
import { sessionListSchema } from "@/lib/api/sessions";
import { apisecEvent, type Simulator } from "@/lib/simulator";
import { withJson } from "@/tests/support/callers";
import { readMessages } from "@/tests/support/message-reader";
import { createDatabase } from "@/tests/support/postgres-server";
import { startApisecCloud } from "@/tests/support/processes/apisec-cloud";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";
import { jsonAnswer } from "@/tests/support/processes/json-answer";
import type { AppProcess } from "@/tests/support/processes/start-app";

/** Within which another process has to lead. */
const TAKEOVER = { timeout: 15_000, interval: 100 };
const PATIENCE = { timeout: 60_000, interval: 100 };
const REVOKED = { timeout: 10_000, interval: 200 };
const LEADS = "This process leads the sync";
const LOST = "This process has lost the lead of the sync";
const time = { from: Date.now(), factor: 6 };

let simulator: Simulator;
let installation: Installation;
let client: Client;
let one: AppProcess;
let other: AppProcess;
let added = 0;

beforeAll(async () => {
  simulator = await startApisecCloud(5, time);
  const url = await createDatabase(inject("postgresUrl"));
  installation = await newInstallation(url, { simulator, products: ["waf"] }, { time, withoutBudgets: true });
  [one, other] = await Promise.all([installation.start(), installation.start()]);
  client = new Client({ connectionString: url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await installation.remove();
  await simulator.close();
});

const count = (app: AppProcess, words: string) => app.output().split(words).length - 1;
const leads = (app: AppProcess) => count(app, LEADS) > count(app, LOST);

/** The process that leads and the one that does not. */
async function roles(patience = PATIENCE): Promise<{ leader: AppProcess; follower: AppProcess }> {
  await vi.waitUntil(() => leads(one) !== leads(other), patience);
  return leads(one) ? { leader: one, follower: other } : { leader: other, follower: one };
}

/** An event comes into being in the cloud; every process has to show it, once. */
async function expectNewEvent(at: AppProcess): Promise<void> {
  added += 1;
  const now = Math.floor(Date.now() / 1000);
  simulator.controls.waf.addApisecEvent(apisecEvent(`new-${added}`, { StartTs: now - 60, EndTs: now }));
  await vi.waitFor(async () => {
    const { total } = await jsonAnswer(at.ask("/api/events?limit=1"), eventListSchema);
    expect(total).toBe(5 + added);
  }, PATIENCE);
}

describe("two processes on one PostgreSQL", () => {
  it("make the schema once when they start together", async () => {
    const { rows } = await client.query("SELECT hash FROM drizzle.__drizzle_migrations");
    const files = readMigrationFiles({ migrationsFolder: "lib/server/db/migrations" });
    expect(rows.map(({ hash }) => hash)).toEqual(files.map(({ hash }) => hash));
    expect([(await one.call("/api/health")).status, (await other.call("/api/health")).status]).toEqual([
      200, 200,
    ]);
  });

  it("are led by one, which reads the clouds for both", async () => {
    const { follower } = await roles();
    await expectNewEvent(follower);
  });

  it("tell the readers of the other one of every change", async () => {
    const { leader, follower } = await roles();
    const stream = readMessages((await leader.ask("/api/events/stream")).body);
    await stream.nextOf("resync");
    const { items } = await jsonAnswer(follower.ask("/api/events?limit=1"), eventListSchema);
    const events = items.map(({ id, version }) => ({ id, version }));
    await follower.ask("/api/events/status", withJson("POST", { events, status: "confirmed" }));
    expect((await stream.nextOf("events")).updated).toContain(events[0]?.id);
    await stream.cancel();
  });

  it("change the lead within 15 seconds when the connection that holds it is lost", async () => {
    const { leader } = await roles();
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7305005 AND granted",
    );
    await vi.waitUntil(() => count(leader, LOST) === 1, TAKEOVER);
    await roles(TAKEOVER);
    await expectNewEvent(other);
  });

  it("change the lead within 15 seconds when the leader stands still, which finds that out when it goes on", async () => {
    const { leader, follower } = await roles();
    const lost = count(leader, LOST);
    process.kill(leader.pid, "SIGSTOP");
    await vi.waitUntil(() => leads(follower), TAKEOVER);
    await expectNewEvent(follower);
    process.kill(leader.pid, "SIGCONT");
    await vi.waitUntil(() => count(leader, LOST) > lost, PATIENCE);
    expect(leads(follower)).toBe(true);
    await expectNewEvent(leader);
  });

  it("change the lead within 15 seconds when the leader is killed, and a new process joins", async () => {
    const { leader, follower } = await roles();
    await leader.end("SIGKILL");
    await vi.waitUntil(() => leads(follower), TAKEOVER);
    await expectNewEvent(follower);
    one = follower;
    other = await installation.start();
    await expectNewEvent(other);
    expect(leads(other)).toBe(false);
  });

  it("end a session everywhere within ten seconds, whichever of them ends it", async () => {
    const visit = () => other.call("/api/session", { headers: { cookie: one.cookie } });
    expect((await visit()).status).toBe(200);
    const { items } = await jsonAnswer(one.ask("/api/sessions"), sessionListSchema);
    const own = items.find(({ current }) => current);
    expect((await one.ask(`/api/sessions/${own?.id}`, { method: "DELETE" })).ok).toBe(true);
    await vi.waitFor(async () => expect((await visit()).status).toBe(401), REVOKED);
  });
});
