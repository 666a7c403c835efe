import { afterAll, beforeAll, beforeEach } from "vitest";
import { FACTORY_EPOCH, type Simulator, startSimulator } from "@/lib/simulator";
import { rowsOf, waf } from "./simulator-client";

/** The simulated clouds' present. Milliseconds. */
export const NOW = FACTORY_EPOCH * 1000;
/** Seconds. */
export const DAY = 86_400;
/** The last day, as the WAF's operations take it. */
export const WINDOW = { StartTime: NOW - DAY * 1000, EndTime: NOW };

/** A simulated WAF without events before each test of the file, and without throttling. */
export function emptyWaf(): () => Simulator {
  let simulator: Simulator | null = null;
  const running = () => {
    if (simulator === null) throw new Error("Use the simulator inside a test.");
    return simulator;
  };
  beforeAll(async () => {
    simulator = await startSimulator({ scenario: "empty", clock: () => new Date(NOW) });
    simulator.controls.faults.throttling(false);
  });
  beforeEach(() => {
    running().controls.waf.apisecEvents.clear();
    running().controls.waf.threatEvents.clear();
  });
  afterAll(() => simulator?.close());
  return running;
}

/** Of a page of DescribeApisecEvents. */
export async function listedIds(
  simulator: Simulator,
  params: Record<string, string | number>,
): Promise<unknown[]> {
  return rowsOf(await waf(simulator, "DescribeApisecEvents", params), "Data").map((row) => row.EventId);
}
