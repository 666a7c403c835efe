import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveTime } from "@/lib/events/relative-time";

const NOW = new Date("2026-03-04T05:06:07.000Z");

describe("resolveTime", () => {
  it.each([
    ["now", "2026-03-04T05:06:07.000Z"],
    ["-30s", "2026-03-04T05:05:37.000Z"],
    ["-15m", "2026-03-04T04:51:07.000Z"],
    ["-24h", "2026-03-03T05:06:07.000Z"],
    ["-7d", "2026-02-25T05:06:07.000Z"],
    ["-2w", "2026-02-18T05:06:07.000Z"],
    ["2026-01-31", "2026-01-31T00:00:00.000Z"],
    ["2028-02-29", "2028-02-29T00:00:00.000Z"],
    ["2026-01-31T08:00:00Z", "2026-01-31T08:00:00.000Z"],
    ["2026-01-31T08:00:00.5+08:00", "2026-01-31T00:00:00.500Z"],
    ["2026-01-31T08:00-0130", "2026-01-31T09:30:00.000Z"],
  ])("reads %s", (text, at) => {
    expect(resolveTime(text, NOW)?.toISOString()).toBe(at);
  });

  it.each([
    ["a local time, which is another instant elsewhere", "2026-01-31T08:00:00"],
    ["a future offset", "+1h"],
    ["a unit that is none", "-1y"],
    ["a number", "1700000000"],
    ["a month that is none", "2026-13-01"],
    ["a day that the month does not have", "2026-02-30"],
    ["an instant of such a day", "2025-02-29T08:00:00Z"],
    ["words", "yesterday"],
    ["nothing", ""],
    ["blanks around", " -1h"],
  ])("refuses %s", (_, text) => {
    expect(resolveTime(text, NOW)).toBeNull();
  });

  it("reads back every instant that it could have written", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
        expect(resolveTime(date.toISOString(), NOW)).toEqual(date);
      }),
    );
  });

  it("gives an earlier or equal instant for every relative time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom(..."smhdw"), (count, unit) => {
        const at = resolveTime(`-${count}${unit}`, NOW);
        expect(at?.getTime()).toBeLessThanOrEqual(NOW.getTime());
      }),
    );
  });
});
