import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import {
  apisecEvent,
  raspEvent,
  riskEvent,
  type Simulator,
  startSimulator,
  threatEvent,
} from "@/lib/simulator";
import { openTestDatabase } from "@/tests/support/database";
import { simulatedConnections } from "@/tests/support/simulated-clouds";
import { MINUTE, NOW, SECOND } from "@/tests/support/sync/source-sync";
import { startSyncProcess } from "@/tests/support/sync/sync-process";
import { VirtualTime } from "@/tests/support/sync/virtual-time";

const SOURCES = 4;
const AT = NOW / 1000 - 3_600;
const DENIED = { kind: "error", status: 403, code: "NoPermission" } as const;

let time: VirtualTime;
let simulator: Simulator;
let database: OpenDatabase;
let process: ReturnType<typeof startSyncProcess>;

beforeEach(async () => {
  time = new VirtualTime(NOW);
  simulator = await startSimulator({
    clock: time.clock,
    scenario: {
      apisecEvents: [apisecEvent(1, { StartTs: AT, EndTs: AT })],
      threatEvents: [threatEvent(1, { EndTime: AT * 1000 })],
      riskEvents: [riskEvent(1, { LastEventTime: AT })],
      raspEvents: [raspEvent(1, { alarm_time: AT * 1000 })],
    },
  });
  simulator.controls.faults.throttling(false);
  database = await openTestDatabase("pglite");
});
afterEach(async () => {
  await process.stop();
  await simulator.close();
  await database.close();
});

const start = () => {
  process = startSyncProcess(database.orm, Object.values(simulatedConnections(simulator)), time);
};

describe("the background sync", () => {
  it("reads all sources of all connections side by side", async () => {
    start();
    await time.untilAsleep(SOURCES);
    for (const state of Object.values(await process.states())) {
      expect(state).toMatchObject({ state: "fresh", events: 1, reason: null, progress: null });
    }
  });

  it("keeps reading the others while one source fails, says why, and recovers by itself", async () => {
    simulator.controls.faults.failAlways("DescribeApisecEvents", DENIED);
    start();
    await time.untilAsleep(SOURCES);
    const failing = await process.states();
    expect(failing["waf-api-security"]).toMatchObject({
      state: "never",
      events: 0,
      failingSince: new Date(NOW).toISOString(),
      reason: "Access denied: grant yundun-waf:DescribeApisecEvents to the key of this connection.",
      errorCode: "NoPermission",
      errorRequestId: expect.stringMatching(/.+/),
    });
    expect(failing["waf-threat"]).toMatchObject({ state: "fresh", events: 1 });

    simulator.controls.faults.clear();
    simulator.controls.faults.throttling(false);
    await time.pass(5 * MINUTE, SOURCES);
    const recovered = await process.states();
    expect(recovered["waf-api-security"]).toMatchObject({ state: "fresh", events: 1, failingSince: null });
  });

  it("calls a source stale once it fails after having worked, and keeps what it holds", async () => {
    start();
    await time.untilAsleep(SOURCES);
    simulator.controls.faults.failAlways("ListRaspEvents", { kind: "malformed", body: "html" });
    await time.pass(2 * MINUTE, SOURCES);
    expect((await process.states())["hss-rasp"]).toMatchObject({
      state: "stale",
      events: 1,
      lastSuccessAt: new Date(NOW).toISOString(),
      reason: expect.stringContaining("was not understood"),
    });
  });

  it("reads one connection at once when somebody asks for it, and only that one", async () => {
    start();
    await time.untilAsleep(SOURCES);
    simulator.controls.cloudFirewall.add(riskEvent(2, { LastEventTime: NOW / 1000 - 1 }));
    simulator.controls.hss.add(raspEvent(2, { alarm_time: NOW - SECOND }));
    process.wake("test-firewall");
    await time.pass(1, SOURCES);
    const states = await process.states();
    expect(states["cloud-firewall"]?.events).toBe(2);
    expect(states["hss-rasp"]?.events).toBe(1);
  });

  it("stops at once although a cloud never answers, and blames nobody for it", async () => {
    simulator.controls.faults.failAlways("*", { kind: "hang" });
    const asked = simulator.controls.requests.next();
    start();
    await asked;
    await process.stop();
    for (const state of Object.values(await process.states())) {
      expect(state).toMatchObject({ failingSince: null, reason: null });
    }
  });
});
