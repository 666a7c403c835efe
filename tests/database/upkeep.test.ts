import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { tidyTables } from "@/lib/server/db/upkeep";
import { openTestDatabase } from "@/tests/support/database";
import { eventFactory } from "@/tests/support/event-factory";
import { writeSeeded } from "@/tests/support/write-seeded";

const NOW = new Date("2026-03-31T12:00:00.000Z");

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase("pglite");
});
afterAll(() => database.close());

test("the embedded database tidies the tables that a sync has filled, and then has nothing left to do", async () => {
  await tidyTables(database.orm);
  await writeSeeded(database.orm, eventFactory(1, { now: NOW }).many(200), NOW);
  expect(await tidyTables(database.orm)).toEqual(
    expect.arrayContaining(["attackers", "event_records", "events", "targets"]),
  );
  expect(await tidyTables(database.orm)).toEqual([]);
});
