import { describe, expect, test } from "vitest";
import { reached, sumOf } from "@/lib/simulator/growth";
import { RecordStore, type TimedRecord } from "@/lib/simulator/record-store";

interface Item extends TimedRecord {
  readonly id: string;
  readonly size: number;
}

function store(...items: readonly Item[]): RecordStore<Item> {
  const created = new RecordStore<Item>(
    ({ id }) => id,
    (item, now) => {
      const progress = reached(item, now);
      if (progress === "hidden") return undefined;
      return progress === "complete" ? item : { ...item, size: sumOf(progress) };
    },
    (item) => item.visibleFrom !== undefined || item.growth !== undefined,
  );
  created.add(items);
  return created;
}

const all = (rows: readonly Item[]) => rows;

describe("a record store", () => {
  test("hides a late record until its second, and lets a growing one grow tick by tick", () => {
    const items = store(
      { id: "late", size: 1, visibleFrom: 100 },
      {
        id: "growing",
        size: 6,
        growth: [
          { at: 90, count: 1 },
          { at: 110, count: 2 },
          { at: 120, count: 3 },
        ],
      },
    );
    const sizes = (now: number) => items.visible(now).map(({ id, size }) => `${id} ${size}`);
    expect(sizes(89)).toEqual([]);
    expect(sizes(99)).toEqual(["growing 1"]);
    expect(sizes(115)).toEqual(["late 1", "growing 3"]);
    expect(sizes(120)).toEqual(["late 1", "growing 6"]);
  });

  test("selects again only when data or, for records in motion, the second has changed", () => {
    const items = store({ id: "a", size: 1 });
    let selections = 0;
    const select = (now: number) => {
      items.query("key", now, (rows) => {
        selections += 1;
        return rows;
      });
      return selections;
    };
    expect([select(1), select(2)]).toEqual([1, 1]);
    items.update("a", { size: 2 });
    expect([select(2), select(3)]).toEqual([2, 2]);
    items.add([{ id: "late", size: 1, visibleFrom: 5 }]);
    expect([select(4), select(4), select(5)]).toEqual([3, 3, 4]);
    items.remove("late");
    expect([select(5), select(6)]).toEqual([5, 5]);
  });

  test("replaces a record that is added under the same id", () => {
    const items = store({ id: "a", size: 1 }, { id: "a", size: 2 });
    expect(items.query("key", 0, all)).toEqual([{ id: "a", size: 2 }]);
    expect(items.size).toBe(1);
  });

  test("refuses an update of what is not there, and one that changes the id", () => {
    const items = store({ id: "a", size: 1 });
    expect(() => items.update("b", { size: 2 })).toThrow("no record b");
    expect(() => items.update("a", { id: "b" })).toThrow("must not change the id");
  });

  test("sorts a hundred thousand records once for ten thousand pages of a query", () => {
    const items = store(
      ...Array.from({ length: 100_000 }, (_, index) => ({ id: `${index}`, size: index % 97 })),
    );
    let selections = 0;
    for (let page = 0; page < 10_000; page += 1) {
      items.query("sorted", page, (rows) => {
        selections += 1;
        return [...rows].sort((a, b) => a.size - b.size);
      });
    }
    expect(selections).toBe(1);
  });
});
