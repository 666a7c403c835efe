import { describe, expect, it } from "vitest";
import {
  describeRange,
  fromFieldValue,
  isReversed,
  rangeFields,
  type TimeRange,
  toFieldValue,
  typedRange,
  zoomedOut,
} from "@/components/events/time-range";
import { EMPTY_FILTER } from "@/lib/events/query";
import { resolveTime } from "@/lib/events/relative-time";
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

describe("the time range in words where clocks are put back", () => {
  it.each([
    [
      "America/New_York",
      "2026-11-01T05:00:00Z",
      "01:00 (UTC-04:00)",
      "2026-11-01T06:00:00Z",
      "01:00 (UTC-05:00)",
    ],
    // By half an hour: the end of the first half hour is the beginning of the second.
    [
      "Australia/Lord_Howe",
      "2026-04-04T14:30:00Z",
      "01:30 (UTC+11:00)",
      "2026-04-04T15:00:00Z",
      "01:30 (UTC+10:30)",
    ],
  ])("tells the two equal times in %s apart", (zone, from, shownFrom, to, shownTo) => {
    const words = describeRange({ from, to }, zone, ...texts);
    expect(words.replace(/\d{4}-\d\d-\d\d /g, "")).toBe(`${shownFrom} – ${shownTo}`);
  });

  it("says nothing more of times that are shown once", () => {
    const range = { from: "2026-11-01T04:00:00Z", to: "2026-11-01T07:00:00Z" };
    expect(describeRange(range, "America/New_York", ...texts)).toBe("2026-11-01 00:00 – 2026-11-01 02:00");
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

describe("the range that is typed", () => {
  const SECOND_HOUR = "2026-11-01T06:30:00Z";

  it.each([
    ["the second of two equal hours", "America/New_York", SECOND_HOUR, "2026-11-02T00:00:00Z"],
    ["the second of two equal hours", "Europe/Berlin", null, "2026-10-25T01:30:00Z"],
    ["a part of one minute", "UTC", "2026-02-01T10:00:05.250Z", "2026-02-01T10:00:40Z"],
    ["a relative time", "UTC", "-24h", null],
    ["a relative end", "UTC", "-24h", "now"],
    ["another offset", "UTC", "2026-02-01T10:00:05+08:00", null],
    ["all time", "UTC", null, null],
  ])("is the very range that was there while nobody edits a field: %s in %s", (_what, zone, from, to) => {
    const filled = { range: { ...EMPTY_FILTER, from, to }, zone, now };
    const typed = typedRange(rangeFields(filled), filled);
    expect(typed).toEqual({ from, to });
    expect(isReversed(typed, now)).toBe(false);
  });

  it("keeps the exact instant of the bound that nobody edits", () => {
    const filled = { range: { from: SECOND_HOUR, to: null }, zone: "America/New_York", now };
    expect(typedRange({ ...rangeFields(filled), to: "2026-11-01T12:00" }, filled)).toEqual({
      from: "2026-11-01T06:30:00.000Z",
      to: "2026-11-01T17:00:00.000Z",
    });
  });

  it("ties a relative bound to its instant once the other one is edited", () => {
    const filled = { range: { from: "-24h", to: null }, zone: "UTC", now };
    expect(typedRange({ ...rangeFields(filled), to: "2026-03-01T06:00" }, filled)).toEqual({
      from: "2026-02-28T12:00:00.000Z",
      to: "2026-03-01T06:00:00.000Z",
    });
  });

  it("leaves a bound open whose field is emptied", () => {
    const filled = { range: { from: "-24h", to: "now" }, zone: "UTC", now };
    expect(typedRange({ from: "", to: "2026-03-01T06:00" }, filled).from).toBeNull();
  });

  it("is reversed where its instants are, and not where only the clock went back", () => {
    const reversed = { from: "2026-03-01T06:00:00Z", to: "2026-03-01T06:00:00Z" };
    expect(isReversed(reversed, now)).toBe(true);
    // 01:50 in summer time, then 01:10 in winter time.
    expect(isReversed({ from: "2026-11-01T05:50:00Z", to: "2026-11-01T06:10:00Z" }, now)).toBe(false);
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

  it.each([
    ["without a start", null, null],
    ["where the start is in the future", "2027-01-01", null],
    ["where the time has no length", "-1h", "-1h"],
    ["where all of the time is earlier than clouds keep events", "1990-01-01", "1991-01-01"],
    ["where it is all that clouds keep", "-3653d", null],
  ])("has nothing to widen %s", (_where, from, to) => {
    expect(zoomedOut({ from, to }, now)).toBeNull();
  });

  it("comes to an end ten years back, and every step on the way is a range that the parser takes", () => {
    const steps: TimeRange[] = [];
    for (
      let range: TimeRange | null = { from: "-30d", to: null };
      range && steps.length < 100;
      range = zoomedOut(range, now)
    ) {
      steps.push(range);
    }
    expect(steps.at(-1)).toEqual({ from: "2016-02-29T12:00:00.000Z", to: null });
    for (const { from } of steps) expect(resolveTime(from ?? "", now)).not.toBeNull();
  });

  it("keeps a start that somebody has set earlier than that, and widens the end", () => {
    expect(zoomedOut({ from: "2010-01-01", to: "2020-01-01T00:00:00Z" }, now)).toEqual({
      from: "2010-01-01",
      to: "2024-12-31T00:00:00.000Z",
    });
  });
});
