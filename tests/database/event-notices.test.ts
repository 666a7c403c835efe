import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import {
  createEventNotices,
  type EventNotice,
  type EventNotices,
  NO_CHANGES,
} from "@/lib/server/db/event-notices";
import { removeViewer, touchViewer } from "@/lib/server/db/queries/event-viewers";
import { insertTick } from "@/lib/server/db/queries/event-work";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createLogger } from "@/lib/server/log";
import { ENGINES, openTestDatabase } from "@/tests/support/database";
import { deferred } from "@/tests/support/deferred";
import { mappedEvent } from "@/tests/support/event-factory";

const NOW = new Date("2026-03-31T12:00:00.000Z");
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(engine: (typeof ENGINES)[number]) {
  const database = await openTestDatabase(engine);
  const notices = createEventNotices(database.listen, createLogger("fatal"));
  closing.push(
    () => notices.close(),
    () => database.close(),
  );
  await notices.ready();
  const write = (keys: readonly string[], title = "One title") =>
    writeEvents(database.orm, {
      connection: "shop-waf",
      events: keys.map((upstreamKey) => mappedEvent({ upstreamKey, title })),
      syncedAt: NOW,
    });
  return { db: database.orm, notices, write };
}

/** The next notice after `act` has begun. */
async function noticeOf(notices: EventNotices, act: () => Promise<unknown>): Promise<EventNotice> {
  const heard = deferred<EventNotice>();
  const stop = notices.subscribe({ onChange: heard.resolve, onResume: () => {} });
  await act();
  return heard.promise.finally(stop);
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `key-${index}`);

describe.each(ENGINES)("on %s", (engine) => {
  test("whoever listens is told how many events are new, and which have changed", async () => {
    const { notices, write } = await open(engine);
    expect(await noticeOf(notices, () => write(["a", "b"]))).toEqual({ ...NO_CHANGES, inserted: 2 });
    const changed = await noticeOf(notices, () => write(["a"], "Another title"));
    const { ids } = await write(["a"], "Another title");
    expect(changed).toEqual({ ...NO_CHANGES, updated: ids });
  });

  test("whoever listens is told of notes, ticks and viewers, but not of a viewer who is still there", async () => {
    const { db, notices } = await open(engine);
    const told = { ...NO_CHANGES, worked: ["event-1"] };
    const viewer = { eventId: "event-1", userId: "user-1", tab: "one", userName: "mia" };
    const tick = { eventId: "event-1", step: "Block it.", byId: "user-1", byName: "mia", at: NOW };
    expect(await noticeOf(notices, () => touchViewer(db, viewer, NOW))).toEqual(told);
    const next = await noticeOf(notices, async () => {
      await touchViewer(db, viewer, NOW);
      await insertTick(db, { ...tick, eventId: "event-2" });
    });
    expect(next).toEqual({ ...NO_CHANGES, worked: ["event-2"] });
    expect(await noticeOf(notices, () => removeViewer(db, viewer))).toEqual(told);
  });

  test("a change of thousands is one short notice", async () => {
    const { notices, write, db } = await open(engine);
    // Heard before the next change, so that it is not taken for the change's own notice.
    await noticeOf(notices, () => write(keys(1_500)));
    const notice = await noticeOf(notices, () => db.execute(sql`UPDATE events SET version = version + 1`));
    expect(notice.updated).toHaveLength(MAX_NOTICED);
    expect(notice.moreUpdated).toBe(1_500 - MAX_NOTICED);
  });

  test("what is rolled back, or changes nothing, is not told", async () => {
    const { notices, write, db } = await open(engine);
    await noticeOf(notices, () => write(["a"]));
    const notice = await noticeOf(notices, async () => {
      const undone = db.transaction(async (tx) => {
        await tx.execute(sql`UPDATE events SET version = version + 1`);
        throw new Error("no");
      });
      await expect(undone).rejects.toThrow("no");
      await write(["a"]);
      await write(["new"]);
    });
    expect(notice).toEqual({ ...NO_CHANGES, inserted: 1 });
  });
});

test("a listener whose connection broke listens again, and says that notices may be lost", async () => {
  const { notices, write, db } = await open("postgres");
  const resumed = deferred<void>();
  notices.subscribe({ onChange: () => {}, onResume: resumed.resolve });
  await db.execute(
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  await resumed.promise;
  expect(await noticeOf(notices, () => write(["a"]))).toMatchObject({ inserted: 1 });
});
