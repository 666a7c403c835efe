import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_SORT, EMPTY_FILTER } from "@/lib/events/query";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { countTimeline } from "@/lib/server/db/queries/count-timeline";
import { findNeighbours } from "@/lib/server/db/queries/find-neighbours";
import { describeOnEachDatabase } from "@/tests/support/database";
import {
  ARBITRARY_NOW,
  arbitraryEvents,
  arbitraryFilter,
  arbitrarySort,
} from "@/tests/support/event-arbitraries";
import { attacker, mappedEvent, target } from "@/tests/support/event-factory";
import { storeForOracle, walkList } from "@/tests/support/store-for-oracle";

const NOW = ARBITRARY_NOW;
const SEED = 20_260_331;
const HIGH = { ...EMPTY_FILTER, fields: { severity: { anyOf: ["high"], noneOf: [] } } };

const views = fc.array(
  fc.record({ filter: arbitraryFilter, sort: arbitrarySort, limit: fc.constantFrom(1, 3, 7, 200) }),
  { minLength: 5, maxLength: 5 },
);

describeOnEachDatabase((database) => {
  test("for random events, filters and orders, the pages hold every match exactly once and in order", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await storeForOracle(database(), seeded, NOW);
        expect(oracle.events).toHaveLength(seeded.length);
        for (const { filter, sort, limit } of asked) {
          const { items, totals } = await walkList(database(), filter, sort, limit, NOW);
          const expected = oracle.list(filter, sort);
          expect(items.map((event) => event.id)).toEqual(expected);
          expect(totals).toEqual([expected.length]);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test("for random events, filters and orders, an event's neighbours are those of its place in the list", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await storeForOracle(database(), seeded, NOW);
        for (const { filter, sort } of asked) {
          const matching = new Set(oracle.list(filter, sort));
          const everything = oracle.list(EMPTY_FILTER, sort);
          for (const [place, id] of everything.entries()) {
            const event = oracle.events.find((one) => one.id === id);
            if (!event) throw new Error(`The oracle has no ${id}.`);
            expect(await findNeighbours(database(), event, { filter, sort }, NOW)).toEqual({
              previousId: everything.slice(0, place).findLast((other) => matching.has(other)) ?? null,
              nextId: everything.slice(place + 1).find((other) => matching.has(other)) ?? null,
            });
          }
        }
      }),
      { seed: SEED, numRuns: 10 },
    );
  });

  test("for random events and filters, every facet counts what leaving out its own filter matches", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await storeForOracle(database(), seeded, NOW);
        for (const { filter, limit } of [...asked, { filter: EMPTY_FILTER, limit: 3 }]) {
          const facets = await countFacets(database(), filter, NOW, { top: limit });
          expect(facets).toEqual(oracle.facets(filter, limit));
          // Both ways of counting attackers agree.
          expect(await countFacets(database(), filter, NOW, { top: limit, many: 0 })).toEqual(facets);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test("for random events, a range of any length within a day is counted, listed and drawn alike", async () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 1, max: 13 * 60 }));
    const ranges = fc.array(hours, { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, ranges, async (seeded, asked) => {
        const oracle = await storeForOracle(database(), seeded, NOW);
        for (const [before, minutes] of asked) {
          const to = NOW.getTime() - before * 60_000;
          const filter = {
            ...EMPTY_FILTER,
            from: new Date(to - minutes * 60_000).toISOString(),
            to: new Date(to).toISOString(),
          };
          const { items, totals } = await walkList(database(), filter, DEFAULT_SORT, 200, NOW);
          expect(items.map(({ id }) => id)).toEqual(oracle.list(filter, DEFAULT_SORT));
          expect(totals).toEqual([items.length]);
          expect(await countFacets(database(), filter, NOW, { top: 3 })).toEqual(oracle.facets(filter, 3));
        }
      }),
      { seed: SEED, numRuns: 10 },
    );
  });

  test("a phrase is found only as it stands, a word anywhere", async () => {
    const titles = ["union select from users", "select all, from users", 'say "hi" there'];
    const seeded = titles.map((title) => ({
      connection: "shop-waf",
      event: mappedEvent({ upstreamKey: title, title, target: target({ path: "/x" }) }),
    }));
    await storeForOracle(database(), seeded, NOW);
    const found = async (q: string) => {
      const filter = { ...EMPTY_FILTER, q };
      const { items } = await walkList(database(), filter, DEFAULT_SORT, 50, NOW);
      return items.map(({ title }) => title).sort();
    };
    expect(await found("select from")).toEqual([titles[1], titles[0]]);
    expect(await found('"select from"')).toEqual([titles[0]]);
    expect(await found('users "SELECT FROM" union')).toEqual([titles[0]]);
    expect(await found('"say \\"hi\\""')).toEqual([titles[2]]);
    expect(await found('"hi')).toEqual([titles[2]]);
    // A phrase never spans two fields.
    expect(await found('"there /x"')).toEqual([]);
  });

  test("an address is one attacker in whatever spelling the clouds give it, counted as the list counts it", async () => {
    const spellings = ["2001:db8::1", "2001:DB8:0:0::1", "::ffff:203.0.113.7", "203.0.113.7"];
    const seeded = spellings.map((value) => ({
      connection: "shop-waf",
      event: mappedEvent({ upstreamKey: value, severity: "high", attackers: [attacker(value)] }),
    }));
    await storeForOracle(database(), seeded, NOW);
    for (const filter of [EMPTY_FILTER, HIGH]) {
      const { attacker: counted } = await countFacets(database(), filter, NOW, { top: 8 });
      expect(counted).toEqual([
        { value: "2001:db8::1", count: 2 },
        { value: "203.0.113.7", count: 2 },
      ]);
      for (const ways of [{}, { many: 0 }]) {
        const search = { top: 8, holding: "2001:DB8:0:0::1", ...ways };
        const { attacker: found } = await countFacets(database(), filter, NOW, search);
        expect(found).toEqual([{ value: "2001:db8::1", count: 2 }]);
      }
    }
    for (const value of spellings) {
      const filter = { ...HIGH, fields: { attacker: { anyOf: [value], noneOf: [] } } };
      expect((await walkList(database(), filter, DEFAULT_SORT, 50, NOW)).totals).toEqual([2]);
    }
  });

  test("a network that is named as attacker or target is counted with what lies in it, as the list counts it", async () => {
    const values = [
      "198.51.100.0/24",
      "198.51.100.7",
      "198.51.100.7/32",
      "203.0.113.7",
      "2001:db8::/32",
      "2001:db8::7",
    ];
    const seeded = values.map((value) => ({
      connection: "shop-waf",
      event: mappedEvent({
        upstreamKey: value,
        severity: "high",
        attackers: [attacker(value)],
        target: target({ addresses: [value] }),
      }),
    }));
    await storeForOracle(database(), seeded, NOW);
    for (const filter of [EMPTY_FILTER, HIGH, { ...EMPTY_FILTER, q: "sql" }]) {
      const facets = await countFacets(database(), filter, NOW, { top: 8 });
      expect(facets.attacker[0]).toEqual({ value: "198.51.100.0/24", count: 3 });
      for (const field of ["attacker", "target"] as const) {
        for (const { value, count } of facets[field]) {
          const chosen = { ...filter, fields: { ...filter.fields, [field]: { anyOf: [value], noneOf: [] } } };
          const { totals } = await walkList(database(), chosen, DEFAULT_SORT, 50, NOW);
          expect([value, ...totals]).toEqual([value, count]);
        }
      }
    }
  });

  test.each([
    ["all events", EMPTY_FILTER, {}],
    ["a few events", HIGH, {}],
    ["many events", HIGH, { many: 0 }],
  ])(
    "a value that is searched for whole comes first among longer, more frequent ones: %s",
    async (_name, filter, ways) => {
      const longer = Array.from({ length: 8 }, (_, index) => `10.0.0.1${index}`);
      const seeded = ["10.0.0.1", ...longer, ...longer].map((value, index) => ({
        connection: "shop-waf",
        event: mappedEvent({
          upstreamKey: `whole-${index}`,
          severity: "high",
          attackers: [attacker(value)],
          target: target({ host: `shop-${value}`, path: null }),
        }),
      }));
      await storeForOracle(database(), seeded, NOW);
      const first = async (field: "attacker" | "target", holding: string) =>
        (await countFacets(database(), filter, NOW, { top: 2, holding, fields: [field], ...ways }))[field];
      expect(await first("attacker", "10.0.0.1")).toEqual([
        { value: "10.0.0.1", count: 1 },
        { value: "10.0.0.10", count: 2 },
      ]);
      expect((await first("target", "SHOP-10.0.0.1"))[0]?.count).toBe(1);
    },
  );

  test("for random events and filters, a search in the facets finds every value that contains the text", async () => {
    const texts = fc.constantFrom(
      "203.0",
      "SHOP",
      "i",
      "sql_",
      "%",
      "\\",
      "10.0.",
      "none",
      "High",
      "203.0.113.8",
    );
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, texts, async (seeded, asked, holding) => {
        const oracle = await storeForOracle(database(), seeded, NOW);
        for (const { filter, limit } of [...asked, { filter: EMPTY_FILTER, limit: 2 }]) {
          const facets = await countFacets(database(), filter, NOW, { top: limit, holding });
          expect(facets).toEqual(oracle.facets(filter, limit, holding));
        }
      }),
      { seed: SEED, numRuns: 15 },
    );
  });

  test("for random events and filters, the timeline holds every match once, in aligned buckets without holes", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, views, async (seeded, asked) => {
        const oracle = await storeForOracle(database(), seeded, NOW);
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
