import { expect, vi } from "vitest";
import { eventListSchema } from "@/lib/api/event-list";
import type { Simulator } from "@/lib/simulator";
import { createDatabase } from "../postgres-server";
import { startApisecCloud } from "./apisec-cloud";
import { type CuttableProxy, startProxy } from "./cuttable-proxy";
import { type Installation, newInstallation } from "./installation";
import { jsonAnswer } from "./json-answer";
import type { AppProcess, AppSetup } from "./start-app";

/** A process with a simulated WAF, on a database that it reaches by a way that can be cut. */
export type CuttableInstallation = {
  readonly simulator: Simulator;
  readonly proxy: CuttableProxy;
  readonly installation: Installation;
  readonly app: AppProcess;
  /** The database's URL by the straight way. */
  readonly databaseUrl: string;
  /** Waits until the process lists so many events. */
  expectEvents(count: number): Promise<void>;
  remove(): Promise<void>;
};

/** How long a statement may take there: as a minute is to people who wait. */
export const STATEMENT_LIMIT_MS = 1_000;

/**
 * Starts it in a new database of the server, its time six times as fast.
 * @param count events that the WAF has from the beginning.
 * @param patience how long the events are waited for, milliseconds.
 */
export async function startCuttableInstallation(
  postgresUrl: string,
  { count, patience, ...setup }: { readonly count: number; readonly patience: number } & Partial<AppSetup>,
): Promise<CuttableInstallation> {
  const time = { from: Date.now(), factor: 6 };
  const simulator = await startApisecCloud(count, time);
  const databaseUrl = await createDatabase(postgresUrl);
  const proxy = await startProxy(databaseUrl);
  const installation = await newInstallation(
    proxy.url,
    { simulator, products: ["waf"] },
    { time, withoutBudgets: true, statementLimitMs: STATEMENT_LIMIT_MS, ...setup },
  );
  const app = await installation.start();
  return {
    simulator,
    proxy,
    installation,
    app,
    databaseUrl,
    async expectEvents(expected) {
      await vi.waitFor(
        async () => {
          const { total } = await jsonAnswer(app.ask("/api/events?limit=1"), eventListSchema);
          expect(total).toBe(expected);
        },
        { timeout: patience, interval: 100 },
      );
    },
    async remove() {
      await installation.remove();
      await simulator.close();
    },
  };
}
