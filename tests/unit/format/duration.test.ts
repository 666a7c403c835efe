import { describe, expect, it } from "vitest";
import { formatAge, formatDuration } from "@/lib/format/duration";

describe("formatDuration", () => {
  it.each([
    [120, "120 ms"],
    [40_000, "40 s"],
    [310_000, "5 min 10 s"],
    [3_600_000, "1 h"],
    [183_600_000, "2 d 3 h"],
    [-60_000, "−1 min"],
  ])("writes %d ms in its two largest units", (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });
});

describe("formatAge", () => {
  const now = new Date("2026-03-01T12:00:00.000Z");
  it.each([
    ["2026-03-01T11:59:30.000Z", "just now"],
    ["2026-03-01T11:55:00.000Z", "5 min ago"],
    ["2026-03-01T08:10:00.000Z", "3 h ago"],
    ["2026-02-26T11:00:00.000Z", "3 d ago"],
    ["2026-03-01T12:10:00.000Z", "in 10 min"],
  ])("%s is %s of the given now", (instant, expected) => {
    expect(formatAge(instant, now)).toBe(expected);
  });

  it("returns text that is no time as it came", () => {
    expect(formatAge("never", now)).toBe("never");
  });
});
