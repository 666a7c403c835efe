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
/** Of the last third of the time above the second; the first one fills what is remembered. */
const MOST_GROWTH_PERCENT = 10;

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
  const third = (part: number) =>
    mean(samples.slice((samples.length * part) / 3, (samples.length * (part + 1)) / 3));
  const row = atMost(
    "last third above the second",
    (100 * third(2)) / third(1) - 100,
    MOST_GROWTH_PERCENT,
    "%",
  );
  printBudgetRows(`Memory over ${minutes} minutes of work`, [row]);
  if (!row.kept) process.exitCode = 1;
} finally {
  await simulator.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

/** Megabytes of the server, every two seconds; prints each minute, with the least that the heap held in it. */
async function soak(client: HttpClient): Promise<number[]> {
  const serverProcess = processListeningOn(Number(new URL(client.address).port));
  const over = AbortSignal.timeout(minutes * MINUTE_MS);
  const working = Array.from({ length: workers }, (_, seed) => workUntil(over, client, seed));
  const samples: number[] = [];
  const heaps: number[] = [];
  const perMinute = MINUTE_MS / SAMPLE_MS;
  while (!over.aborted) {
    await pause(SAMPLE_MS);
    samples.push(residentMegabytes(serverProcess));
    heaps.push(await heapMegabytes(client));
    if (samples.length % perMinute === 0) {
      const minute = samples.slice(-perMinute);
      const heap = Math.min(...heaps.slice(-perMinute));
      console.log(
        `minute ${samples.length / perMinute}: mean ${mean(minute).toFixed(0)} MB, most ${Math.max(...minute).toFixed(0)} MB, least heap ${heap.toFixed(0)} MB`,
      );
    }
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

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
