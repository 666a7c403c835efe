import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import type { OpenDatabase } from "@/lib/server/db/database";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createLogger } from "@/lib/server/log";
import { MAX_STREAMS_PER_USER } from "@/lib/server/triage/live-streams";
import { mappedEvent } from "@/tests/support/event-factory";
import { createDatabase } from "@/tests/support/postgres-server";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";
import { type LiveClient, openLiveClient, openLiveClients } from "@/tests/support/processes/live-clients";
import { signedInPeople } from "@/tests/support/processes/signed-in-people";
import type { AppProcess } from "@/tests/support/processes/start-app";

const PEOPLE = 10;
const SECRET = "a-secret-of-this-test-that-is-long-enough";
/** Measured on a quiet machine it is a fraction of a second; see tests/bench/live-clients.ts. */
const SOON = { timeout: 5_000, interval: 20 };

let database: OpenDatabase;
let installation: Installation;
let app: AppProcess;
let cookies: string[];
let clients: LiveClient[] = [];
let written = 0;

beforeAll(async () => {
  const url = await createDatabase(inject("postgresUrl"));
  database = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
  installation = await newInstallation(url, null, { env: { NEXTAUTH_SECRET: SECRET } });
  app = await installation.start();
  cookies = await signedInPeople(database.orm, SECRET, PEOPLE);
  clients = await openLiveClients(app.address, cookies, MAX_STREAMS_PER_USER);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await installation.remove();
  await database.close();
});

async function writeEvent(): Promise<void> {
  written += 1;
  const events = [mappedEvent({ upstreamKey: `event-${written}` })];
  await writeEvents(database.orm, { connection: "w", events, syncedAt: new Date() });
}

const deaf = (heard: number) => clients.filter((client) => client.heard() < heard).length;

it("two hundred people who listen at the same time all hear of a change, soon", async () => {
  expect(clients).toHaveLength(PEOPLE * MAX_STREAMS_PER_USER);
  await writeEvent();
  await vi.waitFor(() => expect(deaf(1)).toBe(0), SOON);
});

it("one who does not read holds up nobody, and hears of it once reading again", async () => {
  const [sleeper] = clients;
  sleeper?.pause();
  await writeEvent();
  await vi.waitFor(() => expect(deaf(2)).toBe(1), SOON);
  sleeper?.resume();
  await vi.waitFor(() => expect(deaf(2)).toBe(0), SOON);
});

it("those who have left make room for others of the same person", async () => {
  const [cookie = ""] = cookies;
  await expect(openLiveClient(app.address, cookie)).rejects.toThrow("HTTP 429");
  for (const client of clients.splice(0, MAX_STREAMS_PER_USER)) client.close();
  clients.push(await vi.waitFor(() => openLiveClient(app.address, cookie), SOON));
});
