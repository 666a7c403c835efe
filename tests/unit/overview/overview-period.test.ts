import { describe, expect, test } from "vitest";
import {
  OVERVIEW_PERIODS,
  overviewHref,
  overviewPeriod,
  periodBounds,
} from "@/components/overview/overview-period";

const NOW = new Date("2026-03-01T12:00:00.000Z");

describe("the period of the overview", () => {
  test.each(OVERVIEW_PERIODS)("%s has an address that is read back as the same period", (period) => {
    const { searchParams } = new URL(overviewHref(period), "http://localhost");
    expect(overviewPeriod(searchParams.get("from") ?? undefined)).toBe(period);
  });

  test.each([undefined, "", "-1w", "<script>"])("is a day where the address says %j", (from) => {
    expect(overviewPeriod(from)).toBe("-24h");
  });

  test.each([
    ["-24h", "2026-02-28T12:00:00.000Z"],
    ["-7d", "2026-02-22T12:00:00.000Z"],
    ["-30d", "2026-01-30T12:00:00.000Z"],
  ] as const)("%s reaches from %s to now", (period, from) => {
    expect(periodBounds(period, NOW)).toEqual({ from: new Date(from), to: NOW });
  });
});
