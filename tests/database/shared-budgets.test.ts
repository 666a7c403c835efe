import { afterEach, describe, expect, inject, it, onTestFinished } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import { changeCallLine } from "@/lib/server/db/queries/call-lines";
import { createLogger } from "@/lib/server/log";
import { createSharedLedger } from "@/lib/server/sync/shared-ledger";
import { type Simulator, startSimulator } from "@/lib/simulator";
import { createDatabase } from "@/tests/support/postgres-server";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";

const logger = createLogger("fatal");
/** Nobody waits longer in this test: whoever is not let through by then gets no call. */
const PERSON_LIMIT_MS = 4_000;
const HSS_CALLS_A_MINUTE = 5;

let simulator: Simulator | null = null;
let installation: Installation | null = null;
afterEach(async () => {
  await installation?.remove();
  await simulator?.close();
});

/** The ledgers of two processes, whose clocks differ by minutes. */
async function twoLedgers() {
  const url = await createDatabase(inject("postgresUrl"));
  const open = () => openDatabase({ url, dataDir: null, logger });
  const databases = [await open(), await open()];
  onTestFinished(async () => {
    for (const database of databases) await database.close();
  });
  return databases.map(({ orm }, index) => {
    const ledger = createSharedLedger(orm, logger);
    const now = Date.now() + index * 600_000;
    return { orm, reserve: (request: Parameters<typeof ledger.reserve>[0]) => ledger.reserve(request, now) };
  });
}

describe("budgets that processes share", () => {
  it("let through no more calls than the limit, however many ask in however many processes", async () => {
    const ledgers = await twoLedgers();
    const request = { key: "10 a minute", calls: 10, perMs: 60_000, priority: "person" } as const;
    const asked = Array.from({ length: 15 }, () => ledgers.map((ledger) => ledger.reserve(request))).flat();
    const waits = await Promise.all(asked);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    expect(Math.max(...waits)).toBeLessThanOrEqual(61_200);
  });

  it("spread the background's calls over all processes", async () => {
    const [one, other] = await twoLedgers();
    const request = { key: "5 a minute", calls: 5, perMs: 60_000, priority: "background" } as const;
    expect(await one?.reserve(request)).toBe(0);
    expect(await other?.reserve(request)).toBeGreaterThan(10_000);
    expect(await other?.reserve({ ...request, priority: "person" })).toBe(0);
  });

  it("make nobody wait for more than a window after the database's clock was set back an hour", async () => {
    const [one, other] = await twoLedgers();
    if (!one || !other) throw new Error("Two ledgers are needed.");
    const request = { key: "5 a minute", calls: 5, perMs: 60_000, priority: "person" } as const;
    await changeCallLine(one.orm, request.key, (_line, now) => {
      const at = now + 3_600_000;
      const calls = Array.from({ length: request.calls }, () => ({ at, answeredAt: at + 50 }));
      return { line: { calls, nextSlot: at + 12_000 }, result: null };
    });
    const wait = await other.reserve(request);
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(62_000);
    expect(await one.reserve({ ...request, priority: "background" })).toBeLessThanOrEqual(62_000);
  });

  it("keep two processes together inside a cloud's limit, the sync of one included", async () => {
    simulator = await startSimulator({ scenario: "empty" });
    const cloud = { simulator, products: ["hss"] } as const;
    const url = await createDatabase(inject("postgresUrl"));
    installation = await newInstallation(url, cloud, { personLimitMs: PERSON_LIMIT_MS });
    const apps = [await installation.start(), await installation.start()];
    const path = "/api/cloud/demo-hss/ListRaspEvents?start_time=0&end_time=";
    const asked = apps.flatMap((app) =>
      Array.from({ length: HSS_CALLS_A_MINUTE }, (_, index) => app.ask(`${path}${index + 1}`)),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    const calls = simulator.controls.requests.all("ListRaspEvents");
    expect(calls).toHaveLength(HSS_CALLS_A_MINUTE);
    expect(calls.map(({ code }) => code)).toEqual(calls.map(() => null));
    expect(new Set(statuses)).toEqual(new Set([200, 504]));
  });
});
