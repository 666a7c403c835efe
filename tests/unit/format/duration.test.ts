import { describe, expect, it } from "vitest";
import { formatAge, formatDuration } from "@/lib/format/duration";
import { textsOf } from "@/tests/support/texts";

const words = textsOf("format");
const chinese = textsOf("format", "zh");

describe("formatDuration", () => {
  it.each([
    [120, "120 ms"],
    [40_000, "40 s"],
    [310_000, "5 min 10 s"],
    [3_600_000, "1 h"],
    [183_600_000, "2 d 3 h"],
    [-60_000, "−1 min"],
  ])("writes %d ms in its two largest units", (ms, expected) => {
    expect(formatDuration(ms, words)).toBe(expected);
  });

  it("speaks Chinese", () => expect(formatDuration(183_600_000, chinese)).toBe("2 天 3 小时"));
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
    expect(formatAge(instant, now, words)).toBe(expected);
  });

  it("speaks Chinese", () => {
    expect(formatAge("2026-03-01T08:10:00.000Z", now, chinese)).toBe("3 小时前");
  });

  it("returns text that is no time as it came", () => {
    expect(formatAge("never", now, words)).toBe("never");
  });
});
