import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { PRODUCTS, type Product } from "@/lib/events/source-id";
import type { Simulator } from "@/lib/simulator";
import { writeConnectionFile } from "@/lib/simulator/connection-file";
import type { Client } from "../callers";
import { type AppProcess, type AppSetup, startApp } from "./start-app";

/** One database, one directory, and the processes that were started on them. */
export type Installation = {
  readonly setup: AppSetup;
  /** Starts one more process. */
  start(more?: Partial<AppSetup>): Promise<AppProcess>;
  /** Asks the process that was started last, as the administrator. */
  readonly ask: Client;
  /** Kills what still runs and removes the directory. */
  remove(): Promise<void>;
};

type Products = readonly Product[];

/**
 * A new installation, with connections to the simulator if there is one.
 * @param databaseUrl empty for the embedded database.
 */
export async function newInstallation(
  databaseUrl: string,
  cloud: { readonly simulator: Simulator; readonly products: Products } | null,
  options: Partial<AppSetup> = {},
): Promise<Installation> {
  const directory = await mkdtemp(join(tmpdir(), "watchfloor-process-"));
  const setup: AppSetup = {
    dataDir: join(directory, "data"),
    databaseUrl,
    config: cloud === null ? "" : await writeConnections(directory, cloud.simulator, cloud.products),
    ...options,
  };
  const started: AppProcess[] = [];
  return {
    setup,
    async start(more = {}) {
      const app = await startApp({ ...setup, ...more });
      started.push(app);
      return app;
    },
    ask(path, request) {
      const app = started.at(-1);
      if (!app) throw new Error("No process was started.");
      return app.ask(path, request);
    },
    async remove() {
      await Promise.all(started.map((app) => app.end("SIGKILL")));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The connections file of some products only: what is not read does not stand in the way. */
async function writeConnections(
  directory: string,
  simulator: Simulator,
  products: Products,
): Promise<string> {
  const path = await writeConnectionFile(directory, simulator);
  const { connections } = fileSchema.parse(JSON.parse(await readFile(path, "utf8")));
  const kept = connections.filter(({ product }) => products.includes(product));
  await writeFile(path, JSON.stringify({ connections: kept }));
  return path;
}

const fileSchema = z.object({ connections: z.array(z.looseObject({ product: z.enum(PRODUCTS) })) });
