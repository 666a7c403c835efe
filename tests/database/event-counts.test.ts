import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_SORT, EMPTY_FILTER } from "@/lib/events/query";
import { STATUSES } from "@/lib/events/status";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { countTimeline } from "@/lib/server/db/queries/count-timeline";
import { readEventVersion } from "@/lib/server/db/queries/event-version";
import { countEvents } from "@/lib/server/db/queries/list-events";
import { events } from "@/lib/server/db/schema/events";
import { describeOnEachDatabase } from "@/tests/support/database";
import { ARBITRARY_NOW, arbitraryEvents, arbitraryFilter } from "@/tests/support/event-arbitraries";
import { mappedEvent } from "@/tests/support/event-factory";
import { EventOracle } from "@/tests/support/event-oracle";
import { storeForOracle, walkList } from "@/tests/support/store-for-oracle";
import { writeSeeded } from "@/tests/support/write-seeded";

const NOW = ARBITRARY_NOW;

/** What happens to events after they were written, and when what was counted is summed up. */
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("settle" as const) }),
    fc.record({
      do: fc.constant("status" as const),
      share: fc.nat(10),
      status: fc.constantFrom(...STATUSES),
    }),
    fc.record({
      do: fc.constant("assign" as const),
      share: fc.nat(10),
      assignee: fc.constantFrom("mia", null),
    }),
    fc.record({
      do: fc.constant("move" as const),
      share: fc.nat(10),
      hours: fc.integer({ min: -60, max: 60 }),
    }),
    fc.record({ do: fc.constant("remove" as const), share: fc.nat(3) }),
  ),
  { minLength: 3, maxLength: 6 },
);

describeOnEachDatabase((database) => {
  const settle = () => database().execute(sql`SELECT settle_event_counts()`);
  const someIds = (ids: readonly string[], share: number) => ids.filter((_id, index) => index % 10 < share);

  test("whatever changes events, and whenever counts are summed up, what is kept is what there is", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryEvents,
        steps,
        fc.array(arbitraryFilter, { minLength: 4, maxLength: 4 }),
        async (seeded, changes, filters) => {
          const { events: stored } = await storeForOracle(database(), seeded, NOW);
          const ids = stored.map(({ id }) => id);
          for (const change of changes) {
            const chosen = inArray(events.id, [
              "none",
              ...("share" in change ? someIds(ids, change.share) : []),
            ]);
            if (change.do === "settle") await settle();
            else if (change.do === "remove") await database().delete(events).where(chosen);
            else if (change.do === "status")
              await database().update(events).set({ status: change.status }).where(chosen);
            else if (change.do === "assign")
              await database().update(events).set({ assignee: change.assignee }).where(chosen);
            else {
              const lastSeenAt = sql`${events.lastSeenAt} + ${change.hours} * interval '1 hour'`;
              await database().update(events).set({ lastSeenAt }).where(chosen);
            }
          }
          const { items } = await walkList(database(), EMPTY_FILTER, DEFAULT_SORT, 200, NOW);
          const oracle = new EventOracle(items, NOW);
          for (const filter of [EMPTY_FILTER, ...filters]) {
            expect(await countEvents(database(), filter, NOW)).toBe(oracle.matching(filter).length);
            expect(await countFacets(database(), filter, NOW, { top: 5 })).toEqual(oracle.facets(filter, 5));
            const timeline = await countTimeline(database(), filter, "attacks", NOW);
            expect(timeline.buckets).toEqual(oracle.timeline(filter, "attacks", timeline));
          }
        },
      ),
      { seed: 20_260_401, numRuns: 15 },
    );
  });

  test("the version of the events changes with every committed change of them, and with nothing else", async () => {
    const seeded = [{ connection: "shop-waf", event: mappedEvent() }];
    const versions = [await readEventVersion(database())];
    const noted = async (work: () => Promise<unknown>) => {
      await work();
      versions.push(await readEventVersion(database()));
    };
    await noted(() => writeSeeded(database(), seeded, NOW));
    await noted(() =>
      database().update(events).set({ status: "ignored" }).where(eq(events.connection, "shop-waf")),
    );
    await noted(() => database().delete(events));
    expect(new Set(versions).size).toBe(4);
    const before = versions.at(-1);
    await settle();
    await database()
      .transaction(async (tx) => {
        await writeSeeded(tx, seeded, NOW);
        throw new Error("Taken back.");
      })
      .catch(() => {});
    expect(await readEventVersion(database())).toBe(before);
  });
});
