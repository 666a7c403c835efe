import { describe, expect, it } from "vitest";
import { sumBuckets, timelineBuckets } from "@/components/events/timeline-buckets";

const counts = (critical: number, low: number) => ({ critical, high: 0, medium: 0, low, info: 0 });
const buckets = timelineBuckets({
  bucketSeconds: 3_600,
  buckets: [
    { start: "2026-03-01T10:00:00.000Z", counts: counts(2, 3) },
    { start: "2026-03-01T11:00:00.000Z", counts: counts(1, 0) },
  ],
});

describe("the bars of the timeline", () => {
  it("end where the next one starts", () => {
    expect(buckets.map(({ end }) => end)).toEqual(["2026-03-01T11:00:00.000Z", "2026-03-01T12:00:00.000Z"]);
  });

  it("know their totals over all severities", () => {
    expect(buckets.map(({ total }) => total)).toEqual([5, 1]);
  });

  it("add up per severity", () => {
    expect(sumBuckets(buckets)).toEqual(counts(3, 3));
    expect(sumBuckets([])).toEqual(counts(0, 0));
  });
});
