import { sql } from "drizzle-orm";
import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";
import { atMost, type BudgetRow, describeMiss, printBudgetRows } from "../browser/budgets";
import type { BenchOptions } from "../options";
import { startSeededServer } from "../seeded-postgres";
import { type SeededProduct, withProductOn } from "../seeded-product";
import { changeRows } from "./change-rows";
import { exportRows } from "./export-rows";
import { type HttpClient, signInOverHttp } from "./http-client";
import { loadRows } from "./load-rows";
import { processListeningOn, residentMegabytes } from "./resident-memory";
import { viewRows } from "./view-rows";

/** Smaller ones tell nothing that a larger one does not. */
const SMALLEST = 100_000;
const MOST_MEMORY = 1_024;
const START_MS = 5_000;
/** The size that the budget of requests per second is for. */
const LOAD_SIZE = 100_000;

/**
 * The product over HTTP, as `npm start` runs it, on PostgreSQL; prints a table for each size.
 * @returns the budgets missed, in words.
 */
export async function benchServer({ engines, sizes, rounds }: BenchOptions): Promise<string[]> {
  const missed: string[] = [];
  if (!engines.includes("postgres")) return missed;
  for (const size of sizes.filter((one) => one >= SMALLEST)) {
    const title = `HTTP, postgres, ${size.toLocaleString("en")} events`;
    const rows = await measureServer(size, rounds);
    printBudgetRows(title, rows);
    missed.push(...rows.filter(({ kept }) => !kept).map((row) => describeMiss(title, row)));
  }
  return missed;
}

async function measureServer(size: number, rounds: number): Promise<BudgetRow[]> {
  const server = await startSeededServer();
  try {
    const url = await server.database(size);
    const beside = await openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
    const touch = async () => {
      await beside.orm.execute(
        sql`UPDATE events SET version = version WHERE id = (SELECT min(id) FROM events)`,
      );
    };
    try {
      // The first start may have to build.
      const password = await withProductOn(url, async ({ adminPassword }) => adminPassword);
      const measured = async ({ address, adminPassword, startedIn }: SeededProduct) => {
        const client = await signInOverHttp(address, adminPassword);
        const process = processListeningOn(Number(new URL(address).port));
        const views = await viewRows(client, rounds, touch);
        return [
          atMost("start to ready", startedIn, START_MS, "ms"),
          ...views,
          ...(await otherRows(client, process, size, rounds)),
        ];
      };
      return await withProductOn(url, measured, { WATCHFLOOR_ADMIN_PASSWORD: password });
    } finally {
      await beside.close();
    }
  } finally {
    await server.stop();
  }
}

async function otherRows(client: HttpClient, process: number, size: number, rounds: number) {
  const load = size === LOAD_SIZE ? await loadRows(client) : [];
  const exported = await exportRows(client, process);
  const changed = await changeRows(client, rounds);
  return [
    ...load,
    ...exported,
    ...changed,
    atMost("memory of the server", residentMegabytes(process), MOST_MEMORY, "MB"),
  ];
}
