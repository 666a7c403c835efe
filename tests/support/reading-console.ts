import type { z } from "zod";
import { createMemoryLedger } from "@/lib/server/clouds/memory-ledger";
import { createQueuedBudgets } from "@/lib/server/clouds/queued-budgets";
import { startSync } from "@/lib/server/sync/start-sync";
import { type Simulator, startSimulator } from "@/lib/simulator";
import type { Dataset } from "@/lib/simulator/simulator-options";
import { jsonAnswer } from "./processes/json-answer";
import { simulatedConnections } from "./simulated-clouds";
import { NOW } from "./sync/source-sync";
import { VirtualTime } from "./sync/virtual-time";
import { startTestServer, type TestServer } from "./test-server";

const REFUSED = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });

/** A console that reads a simulated Cloud Firewall within its limits, all on one clock that moves when told to. */
export type ReadingConsole = {
  readonly time: VirtualTime;
  readonly simulator: Simulator;
  readonly server: TestServer;
  /** Whether the way to the cloud is open. */
  readonly network: { up: boolean };
  /** Lets so many milliseconds pass; the sync does what is due. */
  run(ms: number): Promise<void>;
  /** What an analyst is answered. */
  read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  close(): Promise<void>;
};

export async function startReadingConsole(scenario: Dataset): Promise<ReadingConsole> {
  const time = new VirtualTime(NOW);
  const network = { up: true };
  const { clock, sleep } = time;
  const simulator = await startSimulator({ scenario, clock, wallClock: clock });
  const server = await startTestServer({
    clock,
    connections: [simulatedConnections(simulator).cloudFirewall],
    // Nobody has to sign in again because days pass in a test.
    env: { WATCHFLOOR_SESSION_IDLE_MINUTES: "10080" },
    cloudClient: {
      sleep,
      budgets: createQueuedBudgets({ ledger: createMemoryLedger(), clock, sleep }),
      fetch: (url, init) =>
        network.up ? fetch(url, init) : Promise.reject(new TypeError("fetch failed", { cause: REFUSED })),
    },
  });
  const analyst = await server.signIn("analyst");
  const sync = startSync({ ...server.deps, sleep, random: () => 0.5 });
  return {
    time,
    simulator,
    server,
    network,
    run: (ms) => time.pass(ms, 1),
    read: (path, schema) => jsonAnswer(analyst(path), schema),
    async close() {
      await sync.stop();
      await server.close();
      await simulator.close();
    },
  };
}
