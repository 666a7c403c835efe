import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { raspEvent, riskEvent, type Simulator, startSimulator } from "@/lib/simulator";
import { writeConnectionFile } from "@/lib/simulator/connection-file";
import { withProduct } from "@/scripts/product";
import { atLeast, atMost, type BudgetRow, describeMiss, printBudgetRows } from "./browser/budgets";

const root = fileURLToPath(new URL("../..", import.meta.url));

const DAY = 86_400;
const MEASURED_MINUTES = 3;
const MINUTE_MS = 60_000;
const LEAST_SHARE = 0.95;
/** The codes of both clouds: Throttling.User, APIGW.0308 and their like. */
const THROTTLED = /throttling|APIGW\.0308/i;

/** The lists whose clouds allow the fewest rows, and how many of each minute. */
const LISTS = [
  { operation: "DescribeRiskEventGroup", name: "Cloud Firewall", rowsPerCall: 10, callsPerMinute: 600 },
  { operation: "ListRaspEvents", name: "HSS", rowsPerCall: 200, callsPerMinute: 5 },
] as const;

/** More than can be read in the time that is measured, spread over the lookback. */
function scenario() {
  const now = Math.floor(Date.now() / 1000);
  const at = (index: number, count: number) => now - 3_600 - Math.floor((index / count) * 25 * DAY);
  const many = <Row>(count: number, make: (index: number) => Row) =>
    Array.from({ length: count }, (_, index) => make(index));
  return {
    riskEvents: many(40_000, (index) => riskEvent(index, { LastEventTime: at(index, 40_000) })),
    raspEvents: many(8_000, (index) => raspEvent(index, { alarm_time: at(index, 8_000) * 1000 })),
  };
}

/**
 * How much of each cloud's own limit a first reading uses: the product reads simulated clouds for some minutes.
 * @returns the budgets missed, in words.
 */
export async function benchSync(): Promise<string[]> {
  const simulator = await startSimulator({ scenario: scenario() });
  const directory = await mkdtemp(join(tmpdir(), "watchfloor-sync-"));
  try {
    const config = await writeConnectionFile(directory, simulator);
    const rows = await withProduct(root, () => measure(simulator), {
      environment: { WATCHFLOOR_CONFIG: config },
    });
    const title = `Sync, ${MEASURED_MINUTES} minutes of a first reading`;
    printBudgetRows(title, rows);
    return rows.filter(({ kept }) => !kept).map((row) => describeMiss(title, row));
  } finally {
    await simulator.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure({ controls }: Simulator): Promise<BudgetRow[]> {
  // The first calls find out where the lists begin.
  await pause(MINUTE_MS / 6);
  controls.requests.clear();
  await pause(MEASURED_MINUTES * MINUTE_MS);
  const calls = controls.requests.all();
  return LISTS.flatMap(({ operation, name, rowsPerCall, callsPerMinute }) => {
    const answers = calls.filter((call) => call.operation === operation);
    const throttled = answers.filter(({ code }) => THROTTLED.test(code ?? "")).length;
    const succeeded = answers.length - throttled;
    const limit = callsPerMinute * MEASURED_MINUTES;
    const share = (100 * succeeded) / limit;
    return [
      atLeast(`${name}: ${rowsPerCall} rows a call, share of the limit`, share, 100 * LEAST_SHARE, "%"),
      {
        ...atLeast(`${name}: rows`, (succeeded * rowsPerCall) / (MEASURED_MINUTES * 60), 0, "rows/s"),
        budget: "",
      },
      atMost(`${name}: throttling answers`, throttled, 0, ""),
    ];
  });
}
