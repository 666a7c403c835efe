import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { raspEvent, type Simulator, startSimulator } from "@/lib/simulator";
import { createDatabase } from "@/tests/support/postgres-server";
import { simulatedConnections } from "@/tests/support/simulated-clouds";
import { NOW, SECOND } from "@/tests/support/sync/source-sync";
import { startSyncProcess } from "@/tests/support/sync/sync-process";
import { VirtualTime } from "@/tests/support/sync/virtual-time";

const AT = NOW / 1000 - 3_600;
const databases: OpenDatabase[] = [];
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({
    clock: () => new Date(NOW),
    scenario: { raspEvents: [raspEvent(1, { alarm_time: AT * 1000 })] },
  });
  simulator.controls.faults.throttling(false);
  const url = await createDatabase(inject("postgresUrl"));
  for (let process = 0; process < 2; process += 1) {
    databases.push(await openDatabase({ url, dataDir: null, logger: createLogger("fatal") }));
  }
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await simulator.close();
});

describe("two processes on one PostgreSQL", () => {
  it("call the clouds once, and the second goes on where the first one ended", async () => {
    const connections = [simulatedConnections(simulator).hss];
    const [one, other] = databases.map(({ orm }) => {
      const time = new VirtualTime(NOW);
      return { time, process: startSyncProcess(orm, connections, time) };
    });
    if (!one || !other) throw new Error("Two databases were opened.");
    await Promise.all([one.time.untilAsleep(1), other.time.untilAsleep(1)]);
    await Promise.all([one.time.pass(20 * SECOND, 1), other.time.pass(20 * SECOND, 1)]);
    const calls = simulator.controls.requests.all("ListRaspEvents");
    expect(calls).toHaveLength(1);
    expect((await other.process.states())["hss-rasp"]).toMatchObject({ state: "fresh", events: 1 });

    // Whoever leads: both stop in turn, and the one left over must take over.
    await one.process.stop();
    await other.time.pass(60 * SECOND, 1);
    const later = simulator.controls.requests.all("ListRaspEvents").slice(1);
    expect(later.length).toBeGreaterThan(0);
    expect(later.every(({ params }) => Number(params.start_time) > AT * 1000)).toBe(true);
    await other.process.stop();
  });
});
