import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { eventListSchema } from "@/lib/api/event-list";
import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";
import { apisecEvent, type Simulator } from "@/lib/simulator";
import { deferred } from "@/tests/support/deferred";
import { createDatabase } from "@/tests/support/postgres-server";
import { startApisecCloud } from "@/tests/support/processes/apisec-cloud";
import { type CuttableProxy, startProxy } from "@/tests/support/processes/cuttable-proxy";
import { type Installation, newInstallation } from "@/tests/support/processes/installation";
import { jsonAnswer } from "@/tests/support/processes/json-answer";
import type { AppProcess } from "@/tests/support/processes/start-app";

const PATIENCE = { timeout: 40_000, interval: 100 };
const TEST_LIMIT_MS = 90_000;
const EVENTS = 5;
const time = { from: Date.now(), factor: 6 };

let simulator: Simulator;
let proxy: CuttableProxy;
let installation: Installation;
let app: AppProcess;

beforeAll(async () => {
  simulator = await startApisecCloud(EVENTS, time);
  proxy = await startProxy(await createDatabase(inject("postgresUrl")));
  installation = await newInstallation(
    proxy.url,
    { simulator, products: ["waf"] },
    { time, withoutBudgets: true, statementLimitMs: 1_000 },
  );
  app = await installation.start();
});
afterAll(async () => {
  await installation.remove();
  await simulator.close();
});

async function expectEvents(count: number): Promise<void> {
  await vi.waitFor(async () => {
    const { total } = await jsonAnswer(app.ask("/api/events?limit=1"), eventListSchema);
    expect(total).toBe(count);
  }, PATIENCE);
}

describe("a database whose connections fall silent without an end, as when its host dies and another takes over", () => {
  it(
    "is given up by whoever waits for it, and used again by requests and the sync",
    async () => {
      await expectEvents(EVENTS);
      proxy.silence();
      const answers = await Promise.all(Array.from({ length: 20 }, () => app.ask("/api/events")));
      for (const { status } of answers) expect([200, 503]).toContain(status);
      const now = Math.floor(Date.now() / 1000);
      simulator.controls.waf.addApisecEvent(apisecEvent("afterwards", { StartTs: now - 60, EndTs: now }));
      await expectEvents(EVENTS + 1);
    },
    TEST_LIMIT_MS,
  );

  it(
    "is missed by who only listens, who is told that notices may be lost, and hears the next",
    async () => {
      const logger = createLogger("fatal");
      const database = await openDatabase({ url: proxy.url, dataDir: null, logger, statementLimitMs: 1_000 });
      const resumed = deferred<void>();
      const heard = deferred<string>();
      const stop = await database.listen("spoken", { onNotice: heard.resolve, onResume: resumed.resolve });
      proxy.silence();
      await resumed.promise;
      await database.orm.execute("SELECT pg_notify('spoken', 'again')");
      expect(await heard.promise).toBe("again");
      await stop();
      await database.close();
    },
    TEST_LIMIT_MS,
  );
});
