import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";
import { apisecEvent } from "@/lib/simulator";
import { deferred } from "@/tests/support/deferred";
import {
  type CuttableInstallation,
  startCuttableInstallation,
} from "@/tests/support/processes/cuttable-installation";

const TEST_LIMIT_MS = 90_000;
const EVENTS = 5;

let world: CuttableInstallation;

beforeAll(async () => {
  world = await startCuttableInstallation(inject("postgresUrl"), { count: EVENTS, patience: 40_000 });
});
afterAll(() => world.remove());

describe("a database whose connections fall silent without an end, as when its host dies and another takes over", () => {
  it(
    "is given up by whoever waits for it, and used again by requests and the sync",
    async () => {
      const { app, proxy, simulator, expectEvents } = world;
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
      const { proxy } = world;
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
