import { describe, expect, it } from "vitest";
import { clearGaps, type Gap, noteGap } from "@/lib/server/sync/gaps";

const gap = (from: number, to: number, overrides: Partial<Gap> = {}): Gap => ({
  list: "ip",
  from,
  to,
  announced: 20,
  received: 1,
  notedAt: 1_000,
  ...overrides,
});

describe("the list of gaps", () => {
  it.each([
    { title: "the same stretch again", noted: gap(10, 20), expected: [gap(10, 20)] },
    { title: "a stretch that overlaps", noted: gap(15, 30), expected: [gap(10, 30)] },
    { title: "a stretch right beside", noted: gap(20, 30), expected: [gap(10, 30)] },
    { title: "a stretch around", noted: gap(0, 30), expected: [gap(0, 30)] },
    { title: "a stretch apart", noted: gap(40, 50), expected: [gap(40, 50), gap(10, 20)] },
    {
      title: "the same stretch of another list",
      noted: gap(10, 20, { list: "account" }),
      expected: [gap(10, 20), gap(10, 20, { list: "account" })],
    },
  ])("stays short after $title", ({ noted, expected }) => {
    expect(noteGap([gap(10, 20)], noted)).toEqual(expected);
  });

  it("joins gaps that a new one bridges", () => {
    expect(noteGap([gap(40, 50), gap(10, 20)], gap(20, 40))).toEqual([gap(10, 50)]);
  });

  it("keeps the worse numbers and the earlier time when gaps become one", () => {
    const worse = gap(20, 30, { announced: 100, notedAt: 5_000 });
    expect(noteGap([gap(10, 20)], worse)).toEqual([gap(10, 30, { announced: 100, notedAt: 1_000 })]);
  });

  it.each([
    { title: "all of it", read: { from: 0, to: 30 }, left: [] },
    { title: "its beginning", read: { from: 0, to: 15 }, left: [gap(15, 20)] },
    { title: "its middle", read: { from: 12, to: 15 }, left: [gap(10, 12), gap(15, 20)] },
    { title: "something else", read: { from: 20, to: 30 }, left: [gap(10, 20)] },
  ])("loses what a complete reading of $title has delivered", ({ read, left }) => {
    expect(clearGaps([gap(10, 20)], "ip", read)).toEqual(left);
    expect(clearGaps([gap(10, 20)], "account", read)).toEqual([gap(10, 20)]);
  });
});
