import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { startSync } from "@/lib/server/sync/start-sync";
import { openTestDatabase } from "@/tests/support/database";
import { VirtualTime } from "@/tests/support/sync/virtual-time";

const time = new VirtualTime(Date.parse("2026-03-01T12:00:00.000Z"));
let database: OpenDatabase;

beforeAll(async () => {
  database = await openTestDatabase("pglite");
});
afterAll(() => database.close());

it("work of the leading process begins without any connection, and stopping waits for its end", async () => {
  const happened: string[] = [];
  let begun = () => {};
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const work = async (signal: AbortSignal) => {
    happened.push("begun");
    begun();
    await time.sleep(60_000, signal).catch(() => {});
    happened.push("ended");
  };
  const options = { clouds: new Map(), clock: time.clock, sleep: time.sleep, log: createLogger("fatal") };
  const sync = startSync({ ...options, database: database.orm, whileLeading: [work] });
  await beginning;
  expect(happened).toEqual(["begun"]);
  await sync.stop();
  expect(happened).toEqual(["begun", "ended"]);
});
