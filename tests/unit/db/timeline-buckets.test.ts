import { expect, test } from "vitest";
import { bucketsFor } from "@/lib/server/db/timeline-buckets";

const MINUTE = 60_000;
const DAY = 86_400_000;
const AT = Date.parse("2026-03-25T10:07:30Z");

const SPANS: readonly (readonly [span: string, ms: number, seconds: number, start: string])[] = [
  ["a millisecond", 1, 60, "2026-03-25T10:07:00.000Z"],
  ["an hour", 60 * MINUTE, 60, "2026-03-25T10:07:00.000Z"],
  ["a day", DAY, 900, "2026-03-25T10:00:00.000Z"],
  ["a week", 7 * DAY, 21_600, "2026-03-25T06:00:00.000Z"],
  ["30 days", 30 * DAY, 21_600 * 2, "2026-03-25T00:00:00.000Z"],
  ["90 days", 90 * DAY, 86_400, "2026-03-25T00:00:00.000Z"],
  ["a year", 365 * DAY, 604_800, "2026-03-23T00:00:00.000Z"],
];

test.each(SPANS)("%s is shown in buckets that start on round UTC times", (_name, ms, seconds, start) => {
  const buckets = bucketsFor(AT, AT + ms);
  expect({ seconds: buckets.seconds, start: new Date(buckets.start).toISOString() }).toEqual({
    seconds,
    start,
  });
  expect(buckets.start + buckets.count * seconds * 1000).toBeGreaterThanOrEqual(AT + ms);
});

test.each([
  ["the whole calendar", Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59Z")],
  ["more than the calendar", -8.64e15, 8.64e15],
])("%s needs at most 120 buckets", (_name, from, to) => {
  expect(bucketsFor(from, to).count).toBeLessThanOrEqual(120);
});

test("a range outside the calendar still has a bucket", () => {
  expect(bucketsFor(-8.64e15, -8.6e15).count).toBeGreaterThan(0);
});
