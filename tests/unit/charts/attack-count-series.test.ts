import { describe, expect, it } from "vitest";
import { buildAttackCountSeries } from "@/components/charts/attack-count-series";

const bucket = (at: string, count: number) => ({ at: new Date(at).toISOString(), count });
const SPAN = { from: "2026-03-01T10:00:00.000Z", to: "2026-03-01T11:00:00.000Z" };

describe("buildAttackCountSeries", () => {
  it("draws quiet buckets as empty bars, to scale", () => {
    const series = buildAttackCountSeries(
      [bucket("2026-03-01T10:00Z", 3), bucket("2026-03-01T10:01Z", 1), bucket("2026-03-01T10:04Z", 2)],
      SPAN,
    );
    expect(series.points.map((point) => point.count)).toEqual([3, 1, 0, 0, 2]);
    expect(series).toMatchObject({ stepMs: 60_000, toScale: true, total: 6, outsideSpan: 0 });
  });

  it("keeps and counts attacks outside the event's own span", () => {
    const series = buildAttackCountSeries(
      [bucket("2026-03-01T09:00Z", 5), bucket("2026-03-01T10:00Z", 1), bucket("2026-03-01T12:00Z", 7)],
      SPAN,
    );
    expect(series.points.filter((point) => !point.inSpan && point.count > 0).map((p) => p.count)).toEqual([
      5, 7,
    ]);
    expect(series).toMatchObject({ total: 13, outsideSpan: 12, spanPosition: "overlaps" });
  });

  it("says where the span is when every attack lies outside it", () => {
    const buckets = [bucket("2027-06-04T10:52Z", 1_049)];
    expect(buildAttackCountSeries(buckets, SPAN).spanPosition).toBe("before");
    expect(buildAttackCountSeries([bucket("2020-01-01T00:00Z", 1)], SPAN).spanPosition).toBe("after");
  });

  it("stands a few far apart buckets side by side instead of losing them in a year of nothing", () => {
    const series = buildAttackCountSeries(
      [bucket("2023-05-09T00:00Z", 1), bucket("2023-05-09T00:01Z", 2), bucket("2026-03-01T10:00Z", 3)],
      SPAN,
    );
    expect(series.toScale).toBe(false);
    expect(series.points.map((point) => point.count)).toEqual([1, 2, 3]);
  });

  it("joins thousands of buckets into at most 240 bars without losing an attack", () => {
    const start = new Date("2026-03-01T00:00Z").getTime();
    const buckets = Array.from({ length: 5_000 }, (_, index) => ({
      at: new Date(start + index * 60_000).toISOString(),
      count: 2,
    }));
    const series = buildAttackCountSeries(buckets, SPAN);
    expect(series.points.length).toBeLessThanOrEqual(240);
    expect(series).toMatchObject({ total: 10_000, toScale: true });
  });

  it("counts everything up to the end as inside when the product gives no start", () => {
    const series = buildAttackCountSeries([bucket("2026-03-01T09:00Z", 5)], { ...SPAN, from: null });
    expect(series.outsideSpan).toBe(0);
  });
});
