import { describe, expect, test } from "vitest";
import { NO_ROWS, selectRange, selectRows, toggleRow } from "@/components/table/row-selection";

const ORDER = ["a", "b", "c", "d", "e"];

describe("the selection of rows", () => {
  test("picks a row and lets it go again", () => {
    const picked = toggleRow(NO_ROWS, "b");
    expect([...picked.ids]).toEqual(["b"]);
    expect([...toggleRow(picked, "b").ids]).toEqual([]);
  });

  test.each([
    { from: "b", to: "d", picked: ["b", "c", "d"] },
    { from: "d", to: "b", picked: ["b", "c", "d"] },
    { from: "c", to: "c", picked: ["c"] },
  ])("a range from $from to $to takes all between, in either direction", ({ from, to, picked }) => {
    const range = selectRange(toggleRow(NO_ROWS, from), ORDER, to);
    expect([...range.ids].sort()).toEqual(picked);
  });

  test("a range keeps what was picked before and goes on from the same row", () => {
    const first = selectRange(toggleRow(toggleRow(NO_ROWS, "e"), "a"), ORDER, "b");
    expect([...first.ids].sort()).toEqual(["a", "b", "e"]);
    expect([...selectRange(first, ORDER, "c").ids].sort()).toEqual(["a", "b", "c", "e"]);
  });

  test("a range from a row that is gone is the row itself", () => {
    expect([...selectRange(selectRows(["gone"]), ORDER, "c").ids]).toEqual(["gone", "c"]);
  });

  test("a range to a row that is not in the list changes nothing", () => {
    const before = toggleRow(NO_ROWS, "a");
    expect(selectRange(before, ORDER, "x")).toBe(before);
  });
});
