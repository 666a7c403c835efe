import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventListSchema } from "@/lib/api/event-list";
import { healthSchema } from "@/lib/api/health";
import { sourceListSchema } from "@/lib/api/source-list";
import { riskEvent } from "@/lib/simulator";
import { callApi } from "../support/api-client";
import { withJson } from "../support/callers";
import { expectProblem } from "../support/problem";
import { type ReadingConsole, startReadingConsole } from "../support/reading-console";
import { MINUTE, NOW } from "../support/sync/source-sync";

const FULL = expect.stringContaining("no room left on its disk");
const at = NOW / 1_000;

let desk: ReadingConsole;
beforeAll(async () => {
  desk = await startReadingConsole({ riskEvents: [riskEvent("known", { LastEventTime: at - 60 })] });
  await desk.run(0);
});
afterAll(() => desk.close());

const health = async () => healthSchema.parse(await (await callApi("/api/health")).json());
const databaseCheck = async () => (await health()).checks.find(({ name }) => name === "database");
const events = async () => (await desk.read("/api/events", eventListSchema)).items;

/** From now on the server answers as PostgreSQL does when a table cannot grow. */
async function fillDisk(): Promise<void> {
  const { database } = desk.server.deps;
  await database.execute(sql`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  await database.execute(sql`CREATE TRIGGER no_room BEFORE INSERT ON events EXECUTE FUNCTION no_room()`);
  await database.execute(sql`CREATE TRIGGER no_room BEFORE INSERT ON saved_views EXECUTE FUNCTION no_room()`);
}
const makeRoom = () => desk.server.deps.database.execute(sql`DROP FUNCTION no_room() CASCADE`);

const saveView = async () =>
  (await desk.server.signIn("admin"))(
    "/api/views",
    withJson("POST", { name: "Mine", query: "severity=high" }),
  );

describe("a database whose disk is full", () => {
  test("is told by health and on the sources page once the sync could not store what it read", async () => {
    expect(await databaseCheck()).toEqual({ name: "database", state: "ok", reason: null });
    await fillDisk();
    desk.simulator.controls.cloudFirewall.add(riskEvent("new", { LastEventTime: at + 30 }));
    await desk.run(MINUTE);
    expect(await databaseCheck()).toEqual({ name: "database", state: "degraded", reason: FULL });
    const { storageProblem, connections } = await desk.read("/api/sources", sourceListSchema);
    expect(storageProblem).toEqual(FULL);
    expect(connections[0]?.sources[0]).toMatchObject({ reason: FULL, quarantined: 0 });
  });

  test("is told to who wants to store something, and what is there can still be read", async () => {
    const { detail } = await expectProblem(await saveView(), "database-unavailable");
    expect(detail).toEqual(FULL);
    expect((await events()).length).toBe(1);
    expect((await health()).ready).toBe(true);
  });

  test("that has room again is used by itself: nothing was lost, and nothing is said any more", async () => {
    await makeRoom();
    await desk.run(10 * MINUTE);
    expect((await events()).length).toBe(2);
    expect(await databaseCheck()).toEqual({ name: "database", state: "ok", reason: null });
    expect(await desk.read("/api/sources", sourceListSchema)).toMatchObject({ storageProblem: null });
  });
});

describe("without a sync that has anything to store", () => {
  test("a request that was stored ends the warning", async () => {
    await fillDisk();
    await expectProblem(await saveView(), "database-unavailable");
    expect(await databaseCheck()).toMatchObject({ state: "degraded" });
    await makeRoom();
    expect((await saveView()).ok).toBe(true);
    expect(await databaseCheck()).toMatchObject({ state: "ok" });
  });

  test("the warning ends when nothing has failed for ten minutes", async () => {
    await fillDisk();
    await expectProblem(await saveView(), "database-unavailable");
    await makeRoom();
    await desk.run(11 * MINUTE);
    expect(await databaseCheck()).toMatchObject({ state: "ok" });
  });
});
