import { expect, test } from "vitest";
import { DEFAULT_SORT, EMPTY_FILTER, type EventFilter } from "@/lib/events/query";
import type { Database } from "@/lib/server/db/database";
import { countAdded } from "@/lib/server/db/queries/count-added";
import { listEvents } from "@/lib/server/db/queries/list-events";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { isSnapshotMark } from "@/lib/server/db/snapshot-mark";
import { describeOnEachDatabase, openTestDatabase } from "@/tests/support/database";
import { deferred } from "@/tests/support/deferred";
import { mappedEvent } from "@/tests/support/event-factory";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const HIGH: EventFilter = { ...EMPTY_FILTER, fields: { severity: { anyOf: ["high"], noneOf: [] } } };

const write = (db: Database, key: string, facts: Parameters<typeof mappedEvent>[0] = {}) =>
  writeEvents(db, {
    connection: "shop-waf",
    events: [mappedEvent({ upstreamKey: key, ...facts })],
    syncedAt: NOW,
  });

async function markOf(db: Database, filter = EMPTY_FILTER): Promise<string> {
  const page = await listEvents(db, { filter, sort: DEFAULT_SORT, limit: 50, cursor: null }, NOW);
  expect(isSnapshotMark(page.mark)).toBe(true);
  return page.mark;
}

describeOnEachDatabase((database) => {
  test("counts the events that came after a list and match, and no others", async () => {
    const db = database();
    await write(db, "before");
    const mark = await markOf(db);
    expect(await countAdded(db, EMPTY_FILTER, mark, NOW)).toBe(0);
    await write(db, "after", { severity: "high" });
    await write(db, "other", { severity: "low" });
    expect(await countAdded(db, EMPTY_FILTER, mark, NOW)).toBe(2);
    expect(await countAdded(db, HIGH, mark, NOW)).toBe(1);
    expect(await countAdded(db, EMPTY_FILTER, await markOf(db), NOW)).toBe(0);
  });

  test("an event that only changed is not new", async () => {
    const db = database();
    await write(db, "known");
    const mark = await markOf(db);
    await write(db, "known", { title: "Another title" });
    expect(await countAdded(db, EMPTY_FILTER, mark, NOW)).toBe(0);
  });

  test("the mark of a list without rows counts as well", async () => {
    const db = database();
    const mark = await markOf(db, HIGH);
    await write(db, "first", { severity: "high" });
    expect(await countAdded(db, HIGH, mark, NOW)).toBe(1);
  });
});

test("a transaction that began before the list and ended after it is not missed", async () => {
  const open = await openTestDatabase("postgres");
  const wrote = deferred<void>();
  const listed = deferred<void>();
  const slow = open.orm.transaction(async (tx) => {
    await write(tx, "slow");
    wrote.resolve();
    await listed.promise;
  });
  await wrote.promise;
  const mark = await markOf(open.orm);
  listed.resolve();
  await slow;
  expect(await countAdded(open.orm, EMPTY_FILTER, mark, NOW)).toBe(1);
  await open.close();
});
