import { describe, expect, it } from "vitest";
import { notAPeriod, periodValue, readPeriod } from "@/lib/events/period";

const NOW = new Date("2026-03-04T12:00:00Z");
const at = (text: string) => new Date(text);

describe("a period", () => {
  it.each([
    ["2026-01-31..2026-02-28", at("2026-01-31"), at("2026-02-28")],
    ["2026-01-31T08:00:00+08:00..", at("2026-01-31T00:00:00Z"), null],
    ["..2026-01-31", null, at("2026-01-31")],
    ["2026-01-31", at("2026-01-31"), null],
    ["-7d..-1d", at("2026-02-25T12:00:00Z"), at("2026-03-03T12:00:00Z")],
    ["-1h", at("2026-03-04T11:00:00Z"), null],
    ["-1h..now", at("2026-03-04T11:00:00Z"), NOW],
  ])("%s lasts from %o to %o", (text, from, to) => {
    expect(readPeriod(text, NOW)).toEqual({ from, to });
  });

  it.each([
    [""],
    [".."],
    ["yesterday"],
    ["2026-01-31T08:00.."],
    ["-1d..-7d"],
    ["2026-01-31..2026-01-31"],
    ["2026-01-31..2026-02-28..2026-03-01"],
    ["2026-01-31...2026-02-28"],
    ["-7d..soon"],
  ])("%s is none, and the message names it", (text) => {
    expect(readPeriod(text, NOW)).toBeNull();
    expect(notAPeriod(text)).toContain(`"${text}" is not a period`);
  });

  it("is written as it is read", () => {
    for (const text of ["2026-01-31..2026-02-28", "-7d", "..2026-01-31"]) {
      const period = readPeriod(text, NOW);
      expect(period && readPeriod(periodValue(period), NOW)).toEqual(period);
    }
  });
});
