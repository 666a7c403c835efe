import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "@/lib/server/db/database";
import { insertSelection, removeExpiredSelections } from "@/lib/server/db/queries/selections";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import { selectionEvents, selections } from "@/lib/server/db/schema";
import { describeOnEachDatabase, removeEvents } from "@/tests/support/database";
import { arbitraryEvents, arbitraryFilter, ARBITRARY_NOW as NOW } from "@/tests/support/event-arbitraries";
import { eventFactory } from "@/tests/support/event-factory";
import { storeForOracle } from "@/tests/support/store-for-oracle";
import { writeSeeded } from "@/tests/support/write-seeded";

const OWNER = "owner-1";
const EVERYTHING = 100_000;
let made = 0;

async function freeze(db: Database, filter: EventFilter, limit = EVERYTHING) {
  await insertUser(db, {
    id: OWNER,
    username: OWNER,
    role: "viewer",
    passwordHash: null,
    createdAt: NOW,
  });
  const id = `selection-${made++}`;
  const selection = { id, ownerId: OWNER, createdAt: NOW, expiresAt: new Date(NOW.getTime() + 1) };
  const total = await db.transaction((tx) => insertSelection(tx, selection, filter, limit));
  return { id, total };
}

const stored = (db: Database, id: string) =>
  db
    .select({ id: selectionEvents.eventId, version: selectionEvents.version })
    .from(selectionEvents)
    .where(eq(selectionEvents.selectionId, id))
    .orderBy(asc(selectionEvents.eventId));

describeOnEachDatabase((database) => {
  test("for random events and filters, a selection holds exactly the matches, with their versions", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryEvents,
        fc.array(arbitraryFilter, { maxLength: 3 }),
        async (seeded, filters) => {
          const db = database();
          const oracle = await storeForOracle(db, seeded, NOW);
          const expected = filters.map((filter) =>
            oracle
              .matching(filter)
              .map(({ id, version }) => ({ id, version }))
              .sort((a, b) => (a.id < b.id ? -1 : 1)),
          );
          for (const [index, filter] of filters.entries()) {
            const { id, total } = await freeze(db, filter);
            expect(total).toBe(expected[index]?.length);
            expect(await stored(db, id)).toEqual(expected[index]);
          }
        },
      ),
      { seed: 20_260_331, numRuns: 15 },
    );
  });

  test("what arrives, changes or goes later leaves a selection as it is", async () => {
    const db = database();
    const factory = eventFactory(1, { now: NOW });
    const filter = { fields: {}, from: null, to: null, q: null };
    await writeSeeded(db, factory.many(20), NOW);
    const { id, total } = await freeze(db, filter);
    const before = await stored(db, id);
    await writeSeeded(db, factory.many(5), NOW);
    expect(await stored(db, id)).toEqual(before);
    await removeEvents(db);
    expect(await stored(db, id)).toEqual(before);
    expect([total, before.length]).toEqual([20, 20]);
  });

  test("more than the limit are noticed", async () => {
    const db = database();
    await writeSeeded(db, eventFactory(2, { now: NOW }).many(12), NOW);
    const { total } = await freeze(db, { fields: {}, from: null, to: null, q: null }, 10);
    expect(total).toBe(11);
  });

  test("expired selections are removed with their events", async () => {
    const db = database();
    await writeSeeded(db, eventFactory(3, { now: NOW }).many(3), NOW);
    const { id } = await freeze(db, { fields: {}, from: null, to: null, q: null });
    await removeExpiredSelections(db, new Date(NOW.getTime() + 2));
    expect(await stored(db, id)).toEqual([]);
    expect(await db.select().from(selections)).toEqual([]);
  });
});
