import { describe, expect, it } from "vitest";
import { describeRange, fromFieldValue, toFieldValue, zoomedOut } from "@/components/events/time-range";
import { textsOf } from "@/tests/support/texts";

const texts = [textsOf("events"), textsOf("format")] as const;
const now = new Date("2026-03-01T12:00:00Z");

describe("the time range in words", () => {
  it.each([
    [null, null, "All time"],
    ["-24h", null, "Last 24 hours"],
    ["-3h", null, "Since 3 h ago"],
    ["2026-02-01T00:00:00Z", null, "Since 2026-02-01 00:00"],
    [null, "2026-02-01T00:00:00Z", "Until 2026-02-01 00:00"],
    ["2026-02-01T00:00:00Z", "now", "2026-02-01 00:00 – now"],
  ])("from %s to %s reads %s", (from, to, words) => {
    expect(describeRange({ from, to }, "UTC", ...texts)).toBe(words);
  });

  it("shows absolute times in the visible zone", () => {
    const range = { from: "2026-02-01T20:00:00Z", to: null };
    expect(describeRange(range, "Asia/Shanghai", ...texts)).toBe("Since 2026-02-02 04:00");
  });
});

describe("the date and time fields", () => {
  it("show a relative time as the instant that it means now", () => {
    expect(toFieldValue("-2h", "UTC", now)).toBe("2026-03-01T10:00");
  });

  it("give back the instant that was typed in UTC", () => {
    expect(fromFieldValue("2026-03-01T10:00", "UTC")).toBe("2026-03-01T10:00:00.000Z");
  });

  it("give back the instant that was typed in another zone, whatever the browser's own is", () => {
    expect(fromFieldValue("2026-03-01T10:00", "Asia/Shanghai")).toBe("2026-03-01T02:00:00.000Z");
  });

  it.each(["", "nonsense"])("give no bound for %j", (value) => {
    expect(fromFieldValue(value, "UTC")).toBeNull();
  });
});

describe("zooming out", () => {
  it.each([
    [
      "doubles a time in the past around its middle",
      "2026-02-02T00:00:00Z",
      "2026-02-03T00:00:00Z",
      "2026-02-01T12:00:00.000Z",
      "2026-02-03T12:00:00.000Z",
    ],
    ["goes back twice as far where the time ends now", "-24h", null, "2026-02-27T12:00:00.000Z", null],
    [
      "never shows the future",
      "2026-03-01T08:00:00Z",
      "2026-03-01T11:00:00Z",
      "2026-03-01T06:00:00.000Z",
      null,
    ],
  ])("%s", (_what, from, to, wantedFrom, wantedTo) => {
    expect(zoomedOut({ from, to }, now)).toEqual({ from: wantedFrom, to: wantedTo });
  });

  it("has nothing to widen without a start", () => {
    expect(zoomedOut({ from: null, to: null }, now)).toBeNull();
  });
});
