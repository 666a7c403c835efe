import { parseArgs } from "node:util";
import { openDatabase } from "@/lib/server/db/client";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createLogger } from "@/lib/server/log";
import { MAX_STREAMS_PER_USER } from "@/lib/server/triage/live-streams";
import { mappedEvent } from "@/tests/support/event-factory";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { type LiveClient, openLiveClients } from "@/tests/support/processes/live-clients";
import { signedInPeople } from "@/tests/support/processes/signed-in-people";
import { atMost, type BudgetRow, printBudgetRows } from "./browser/budgets";
import { stopwatch } from "./measure";
import { withProductOn } from "./seeded-product";
import { processListeningOn, residentMegabytes } from "./server/resident-memory";

// Many people who listen for changes on one server: when the last of them hears of a change, and what each costs.
const { values } = parseArgs({ options: { clients: { type: "string", default: "1000" } } });
const people = Math.ceil(Number(values.clients) / MAX_STREAMS_PER_USER);
const SECRET = "a-secret-of-this-measurement-only";
const CHANGES = 10;
const SOON_MS = 2_000;
const MOST_KILOBYTES = 200;
const GIVE_UP_MS = 30_000;

const server = await startPostgresServer();
const url = await createDatabase(server.url);
const database = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
const cookies = await signedInPeople(database.orm, SECRET, people);
// The first start may have to build.
await withProductOn(url, async () => {});
const rows = await withProductOn(url, ({ address }) => measure(address), { NEXTAUTH_SECRET: SECRET });
printBudgetRows(`${people * MAX_STREAMS_PER_USER} live clients on one process`, rows);
await database.close();
await server.stop();
if (rows.some(({ kept }) => !kept)) process.exitCode = 1;

async function measure(address: string): Promise<BudgetRow[]> {
  const serverProcess = processListeningOn(Number(new URL(address).port));
  // One of them makes the server load what all of them need.
  for (const client of await openLiveClients(address, cookies.slice(0, 1), 1)) client.close();
  const before = residentMegabytes(serverProcess);
  const clients = await openLiveClients(address, cookies, MAX_STREAMS_PER_USER);
  const waits: number[] = [];
  for (let change = 1; change <= CHANGES; change += 1) {
    await writeEvent(change);
    waits.push(await stopwatch(() => allHave(clients, change)));
  }
  const kilobytes = ((residentMegabytes(serverProcess) - before) * 1024) / clients.length;
  const [sleeper] = clients;
  sleeper?.pause();
  await writeEvent(CHANGES + 1);
  const beside = await stopwatch(() => allHave(clients.slice(1), CHANGES + 1));
  for (const client of clients) client.close();
  return [
    atMost("the last one hears of a change, worst of 10", Math.max(...waits), SOON_MS, "ms"),
    atMost("the same beside one who does not read", beside, SOON_MS, "ms"),
    atMost("memory of the server for each", kilobytes, MOST_KILOBYTES, "kB"),
  ];
}

async function writeEvent(change: number): Promise<void> {
  const events = [mappedEvent({ upstreamKey: `change-${change}` })];
  await writeEvents(database.orm, { connection: "bench", events, syncedAt: new Date() });
}

/** @throws Error when some have not heard of that many changes after half a minute. */
async function allHave(clients: readonly LiveClient[], changes: number): Promise<void> {
  const start = performance.now();
  while (clients.some((client) => client.heard() < changes)) {
    if (performance.now() - start > GIVE_UP_MS) {
      const deaf = clients.filter((client) => client.heard() < changes).length;
      throw new Error(`${deaf} clients have not heard of change ${changes}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
