import fc from "fast-check";
import { expect, test } from "vitest";
import type { SecurityEvent } from "@/lib/events/event";
import { DEFAULT_SORT, EMPTY_FILTER, type EventFilter, type Sort } from "@/lib/events/query";
import type { Database } from "@/lib/server/db/database";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { countTimeline } from "@/lib/server/db/queries/count-timeline";
import { listEvents } from "@/lib/server/db/queries/list-events";
import { describeOnEachDatabase, removeEvents } from "@/tests/support/database";
import {
  ARBITRARY_NOW,
  arbitraryEvents,
  arbitraryFilter,
  arbitrarySort,
} from "@/tests/support/event-arbitraries";
import type { SeededEvent } from "@/tests/support/event-factory";
import { EventOracle } from "@/tests/support/event-oracle";
import { writeSeeded } from "@/tests/support/write-seeded";

const NOW = ARBITRARY_NOW;
const SEED = 20_260_331;

/** All pages, one after the other. */
async function walk(db: Database, filter: EventFilter, sort: Sort, limit: number) {
  const items: SecurityEvent[] = [];
  const totals = new Set<number>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(
      db,
      { filter, sort, limit, cursor },
      NOW,
    );
    items.push(...page.items);
    totals.add(page.total);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items, totals: [...totals] };
}

/** Stores the events, and gives them to an oracle as the database holds them. */
async function store(db: Database, seeded: readonly SeededEvent[]): Promise<EventOracle> {
  await removeEvents(db);
  await writeSeeded(db, seeded, NOW);
  const { items } = await walk(db, EMPTY_FILTER, DEFAULT_SORT, 200);
  return new EventOracle(items, NOW);
}

const views = fc.array(
  fc.record({ filter: arbitraryFilter, sort: arbitrarySort, limit: fc.constantFrom(1, 3, 7, 200) }),
  { minLength: 5, maxLength: 5 },
);

describeOnEachDatabase((database) => {
  test("for random events, filters and orders, the pages hold every match exactly once and in order", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await store(database(), seeded);
        expect(oracle.events).toHaveLength(seeded.length);
        for (const { filter, sort, limit } of asked) {
          const { items, totals } = await walk(database(), filter, sort, limit);
          const expected = oracle.list(filter, sort);
          expect(items.map((event) => event.id)).toEqual(expected);
          expect(totals).toEqual([expected.length]);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test("for random events and filters, every facet counts what leaving out its own filter matches", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await store(database(), seeded);
        for (const { filter, limit } of [...asked, { filter: EMPTY_FILTER, limit: 3 }]) {
          const facets = await countFacets(database(), filter, NOW, { top: limit });
          expect(facets).toEqual(oracle.facets(filter, limit));
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test("for random events and filters, the timeline holds every match once, in aligned buckets without holes", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await store(database(), seeded);
        for (const { filter } of asked) {
          for (const measure of ["events", "attacks"] as const) {
            const timeline = await countTimeline(database(), filter, measure, NOW);
            expect(timeline.buckets).toEqual(oracle.timeline(filter, measure, timeline));
            const weights = oracle
              .matching(filter)
              .map((event) => (measure === "events" ? 1 : event.attackCount));
            const counted = timeline.buckets.flatMap(({ counts }) => Object.values(counts));
            expect(sum(counted)).toBe(sum(weights));
            const starts = timeline.buckets.map(({ start }) => Date.parse(start));
            const steps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
            expect(new Set(steps).size).toBeLessThanOrEqual(1);
            expect(starts.length).toBeLessThanOrEqual(120);
          }
        }
      }),
      { seed: SEED, numRuns: 25 },
    );
  });
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
