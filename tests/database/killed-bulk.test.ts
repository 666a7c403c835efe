import { afterEach, describe, expect, it, vi } from "vitest";
import { activityVerificationSchema } from "@/lib/api/activity";
import { eventSelectionSchema } from "@/lib/api/event-selection";
import { jobSchema } from "@/lib/api/jobs";
import type { Simulator } from "@/lib/simulator";
import { withJson } from "@/tests/support/callers";
import { newDatabaseUrl } from "@/tests/support/database";
import { startApisecCloud } from "@/tests/support/processes/apisec-cloud";
import { exportedActivity } from "@/tests/support/processes/exported-activity";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";
import { jsonAnswer } from "@/tests/support/processes/json-answer";
import { killAtCall } from "@/tests/support/processes/kill-at-call";
import { startBulk } from "@/tests/support/processes/start-bulk";

/** The larger one on the database that larger installations use. */
const BULKS = [
  { engine: "postgres", count: 5_000 },
  { engine: "pglite", count: 1_000 },
] as const;
/** So many events the cloud drops in silence, however often it is told. */
const LOST = 3;
const PATIENCE = { timeout: 240_000, interval: 100 };

/** While the bulk is carried out and sent, and while it is read back. */
const DEATHS = [
  { operation: "ModifyApisecEvents", call: 2 },
  { operation: "DescribeApisecEvents", call: 600 },
  { operation: "DescribeApisecUserOperations", call: 300 },
] as const;

let simulator: Simulator;
let installation: Installation;
const time = { from: Date.now(), factor: 6 };

afterEach(async () => {
  await installation.remove();
  await simulator.close();
});

describe.each(BULKS)("kill -9 during a bulk of $count on $engine", ({ engine, count }) => {
  it("leaves every event verified or failed once, tells the cloud once, and keeps the chain whole", async () => {
    simulator = await startApisecCloud(count, time);
    const { apisecEvents } = simulator.controls.waf;
    const lost = apisecEvents.all().slice(0, LOST);
    simulator.controls.waf.loseModifications(lost.map(({ EventId }) => EventId));
    installation = await newInstallation(
      await newDatabaseUrl(engine),
      { simulator, products: ["waf"] },
      { time, undoDelayMs: 1_000, withoutBudgets: true },
    );
    const { ask } = installation;
    let app = await installation.start();
    const selection = await vi.waitFor(async () => {
      const request = withJson("POST", { query: "source=waf-api-security" });
      const made = await jsonAnswer(ask("/api/events/selection", request), eventSelectionSchema);
      expect(made.total).toBe(count);
      return made;
    }, PATIENCE);
    const { jobId } = await startBulk(ask, { selectionId: selection.id, status: "ignored", note: "scanner" });

    for (const death of DEATHS) {
      await killAtCall(simulator.controls.faults, app, death);
      app = await installation.start();
    }
    const job = await vi.waitFor(async () => {
      const now = await jsonAnswer(ask(`/api/jobs/${jobId}`), jobSchema);
      expect(now).toMatchObject({ state: "done", writes: { queued: 0, sent: 0 } });
      return now;
    }, PATIENCE);

    expect(job).toMatchObject({
      counts: { changed: count, unchanged: 0, conflict: 0, "not-found": 0 },
      writes: { verified: count - LOST, failed: LOST, overtaken: 0 },
    });
    const operations = apisecEvents.all().map((event) => event.operations.length);
    expect(operations.filter((count) => count === 1)).toHaveLength(count - LOST);
    expect(operations.filter((count) => count === 0)).toHaveLength(LOST);
    expect(operations).toHaveLength(count);
    const changed = await exportedActivity(ask, "status.changed");
    expect([changed.length, new Set(changed.map(({ subject }) => subject)).size]).toEqual([count, count]);
    const failed = await exportedActivity(ask, "status.failed");
    expect([failed.length, new Set(failed.map(({ subject }) => subject)).size]).toEqual([LOST, LOST]);
    const chain = await jsonAnswer(ask("/api/activity/verification"), activityVerificationSchema);
    expect(chain).toMatchObject({ intact: true, broken: null });
  }, 300_000);
});
