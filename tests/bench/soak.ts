import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startSimulator } from "@/lib/simulator";
import { writeConnectionFile } from "@/lib/simulator/connection-file";
import { withProduct } from "@/scripts/product";
import { createDatabase, startPostgresServer } from "@/tests/support/postgres-server";
import { atMost, printBudgetRows } from "./browser/budgets";
import { type HttpClient, signInOverHttp } from "./server/http-client";
import { processListeningOn, residentMegabytes } from "./server/resident-memory";
import { workUntil } from "./server/work-until";

// Whether the server's memory stays flat: people work and the clouds are read for as long as is asked for.
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    workers: { type: "string", default: "4" },
  },
});
const minutes = Number(values.minutes);
const workers = Number(values.workers);
const MINUTE_MS = 60_000;
const SAMPLE_MS = 2_000;
/**
 * Of the last third of the time above the second; the first one fills what is remembered. What the heap really holds has
 * to stay; what the process has of the system moves with when garbage happens to be collected.
 */
const MOST_HELD_PERCENT = 10;
const SETTLED_MINUTES = 30;
const MOST_GROWTH_PERCENT = 25;

const root = fileURLToPath(new URL("../..", import.meta.url));
const directory = await mkdtemp(join(tmpdir(), "watchfloor-soak-"));
const server = await startPostgresServer();
const simulator = await startSimulator();
try {
  const environment = {
    DATABASE_URL: await createDatabase(server.url),
    WATCHFLOOR_CONFIG: await writeConnectionFile(directory, simulator),
  };
  const samples = await withProduct(
    root,
    async ({ address, adminPassword }) => soak(await signInOverHttp(address, adminPassword)),
    { environment },
  );
  const held = growthPercent(samples, leastHeap);
  const heapRow = atMost("least heap, last third above the second", held, MOST_HELD_PERCENT, "%");
  const rows = [
    // In a short run it grows because what is remembered (lib/server/triage/view-memory.ts) is still filling.
    minutes < SETTLED_MINUTES ? { ...heapRow, kept: true, budget: "" } : heapRow,
    atMost(
      "resident, last third above the second",
      growthPercent(samples, meanResident),
      MOST_GROWTH_PERCENT,
      "%",
    ),
  ];
  printBudgetRows(`Memory over ${minutes} minutes of work`, rows);
  if (rows.some(({ kept }) => !kept)) process.exitCode = 1;
} finally {
  await simulator.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

type Sample = { readonly resident: number; readonly heap: number };

/** Megabytes of the server, every two seconds; prints each minute. */
async function soak(client: HttpClient): Promise<Sample[]> {
  const serverProcess = processListeningOn(Number(new URL(client.address).port));
  const over = AbortSignal.timeout(minutes * MINUTE_MS);
  const working = Array.from({ length: workers }, (_, seed) => workUntil(over, client, seed));
  const samples: Sample[] = [];
  for (let minute = 1; !over.aborted; minute += 1) {
    const end = performance.now() + MINUTE_MS;
    const before = samples.length;
    while (!over.aborted && performance.now() < end) {
      await pause(SAMPLE_MS);
      samples.push({ resident: residentMegabytes(serverProcess), heap: await heapMegabytes(client) });
    }
    const of = samples.slice(before);
    const most = Math.max(...of.map(({ resident }) => resident));
    const figures = { mean: meanResident(of), most, "least heap": leastHeap(of) };
    const words = Object.entries(figures).map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)} MB`);
    console.log(`minute ${minute}: ${words.join(", ")}`);
  }
  const done = await Promise.all(working);
  console.log(`${done.reduce((sum, requests) => sum + requests, 0)} requests were answered.`);
  return samples;
}

async function heapMegabytes(client: HttpClient): Promise<number> {
  const text = await (await client.get("/api/metrics")).text();
  const [, bytes] = /^nodejs_heap_size_used_bytes (\d+)/m.exec(text) ?? [];
  return Number(bytes) / 1024 / 1024;
}

function meanResident(samples: readonly Sample[]): number {
  return samples.reduce((sum, { resident }) => sum + resident, 0) / samples.length;
}

/** What is left right after garbage was collected: what is really held. */
function leastHeap(samples: readonly Sample[]): number {
  return Math.min(...samples.map(({ heap }) => heap));
}

function growthPercent(samples: readonly Sample[], measure: (part: readonly Sample[]) => number): number {
  const third = (part: number) =>
    measure(samples.slice((samples.length * part) / 3, (samples.length * (part + 1)) / 3));
  return (100 * third(2)) / third(1) - 100;
}
