import { describe, expect, it } from "vitest";
import {
  formatDistinct,
  formatInstant,
  formatInstantFull,
  formatTick,
  formatZone,
  instantIn,
  isoWriter,
} from "@/lib/format/instant";

const INSTANT = "2026-01-31T23:04:05.678Z";

describe("formatInstant", () => {
  it.each([
    ["day", "2026-01-31"],
    ["minute", "2026-01-31 23:04"],
    ["second", "2026-01-31 23:04:05"],
    ["millisecond", "2026-01-31 23:04:05.678"],
  ] as const)("shows UTC down to the %s", (precision, expected) => {
    expect(formatInstant(INSTANT, { precision })).toBe(expected);
  });

  it("shows the wall clock of the chosen zone", () => {
    expect(formatInstant(INSTANT, { zone: "Asia/Shanghai" })).toBe("2026-02-01 07:04:05");
  });

  it("writes midnight as 00, so that texts sort like instants", () => {
    expect(formatInstant("2026-02-01T00:00:00.000Z")).toBe("2026-02-01 00:00:00");
  });

  it("returns text that is no time as it came", () => {
    expect(formatInstant("soon")).toBe("soon");
  });
});

describe("formatInstantFull", () => {
  it("names the weekday, the zone with its offset, and the instant in UTC", () => {
    expect(formatInstantFull(INSTANT, "Asia/Shanghai", "en")).toBe(
      "Sunday 2026-02-01 07:04:05.678 Asia/Shanghai (UTC+08:00) · 2026-01-31T23:04:05.678Z",
    );
    expect(formatInstantFull(INSTANT, "UTC", "en")).toContain("Saturday 2026-01-31 23:04:05.678 UTC ·");
    expect(formatInstantFull(INSTANT, "UTC", "zh")).toContain("星期六 2026-01-31");
  });
});

describe("formatDistinct", () => {
  it.each([
    ["America/New_York", "2026-11-01T04:59:59Z", "2026-11-01 00:59"],
    ["America/New_York", "2026-11-01T05:00:00Z", "2026-11-01 01:00 (UTC-04:00)"],
    ["America/New_York", "2026-11-01T06:59:59Z", "2026-11-01 01:59 (UTC-05:00)"],
    ["America/New_York", "2026-11-01T07:00:00Z", "2026-11-01 02:00"],
    // Put forward: no time is shown twice.
    ["America/New_York", "2026-03-08T06:30:00Z", "2026-03-08 01:30"],
    ["America/New_York", "2026-03-08T07:30:00Z", "2026-03-08 03:30"],
    ["Africa/Casablanca", "2026-02-15T02:30:00Z", "2026-02-15 02:30 (UTC+00:00)"],
    ["Asia/Shanghai", "2026-11-01T05:00:00Z", "2026-11-01 13:00"],
    ["UTC", "2026-11-01T05:00:00Z", "2026-11-01 05:00"],
    ["America/New_York", "soon", "soon"],
  ])("shows in %s %s as %s", (zone, instant, text) => {
    expect(formatDistinct(instant, zone)).toBe(text);
  });
});

describe("formatTick", () => {
  it.each([
    ["UTC", "2026-11-20T00:00:00Z", "11-20"],
    ["America/New_York", "2026-11-20T00:00:00Z", "11-19 19:00"],
    ["Asia/Shanghai", "2026-11-20T00:00:00Z", "11-20 08:00"],
    ["Asia/Shanghai", "2026-11-19T16:00:00Z", "11-20"],
  ])("names a day in %s by its date alone only where it begins with one: %s is %s", (zone, start, text) => {
    expect(formatTick(start, { zone, daily: true })).toBe(text);
  });

  it("has the time of day under shorter bars", () => {
    expect(formatTick("2026-11-20T00:00:00Z", { zone: "UTC", daily: false })).toBe("11-20 00:00");
  });
});

describe("formatZone", () => {
  it("gives the offset that holds at that instant, daylight saving included", () => {
    expect(formatZone("Europe/Berlin", new Date("2026-01-01T00:00:00Z"))).toBe("Europe/Berlin (UTC+01:00)");
    expect(formatZone("Europe/Berlin", new Date("2026-07-01T00:00:00Z"))).toBe("Europe/Berlin (UTC+02:00)");
    expect(formatZone("UTC", new Date("2026-07-01T00:00:00Z"))).toBe("UTC");
  });
});

describe("instantIn", () => {
  it.each([
    ["2026-03-01T10:00", "UTC", "2026-03-01T10:00:00.000Z"],
    ["2026-03-01T10:00:30", "Asia/Shanghai", "2026-03-01T02:00:30.000Z"],
    ["2026-03-01T10:00", "America/St_Johns", "2026-03-01T13:30:00.000Z"],
    ["2026-07-01T10:00", "Europe/Berlin", "2026-07-01T08:00:00.000Z"],
    // Clocks skip this time, and show that one twice.
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ])("reads %s in %s as %s", (text, zone, instant) => {
    expect(instantIn(text, zone)?.toISOString()).toBe(instant);
  });

  it.each(["", "soon", "2026-13-01T00:00"])("reads %j as no time", (text) => {
    expect(instantIn(text, "UTC")).toBeNull();
  });
});

describe("isoWriter", () => {
  it.each([
    ["UTC", "2026-01-31T23:04:05.678Z"],
    ["Asia/Shanghai", "2026-02-01T07:04:05.678+08:00"],
    ["America/St_Johns", "2026-01-31T19:34:05.678-03:30"],
  ])("writes an instant in %s as %s", (zone, written) => {
    expect(isoWriter(zone)(INSTANT)).toBe(written);
  });

  it("follows the clocks where they change", () => {
    const write = isoWriter("Europe/Berlin");
    expect(write("2026-03-29T00:59:59.999Z")).toBe("2026-03-29T01:59:59.999+01:00");
    expect(write("2026-03-29T01:00:00.000Z")).toBe("2026-03-29T03:00:00.000+02:00");
  });
});
