import { describe, expect, it } from "vitest";
import { EMPTY_FILTER, type EventFilter } from "@/lib/events/query";
import { formatQueryText } from "@/lib/events/query-text/format-query-text";
import { parseQueryText } from "@/lib/events/query-text/parse-query-text";
import { shownTime, typedTime } from "@/lib/format/typed-time";

const NOW = new Date("2026-11-21T05:06:07.000Z");
const parseIn = (zone: string, text: string) => parseQueryText(text, NOW, (time) => typedTime(time, zone));
const formatIn = (zone: string, filter: EventFilter) =>
  formatQueryText(filter, (time) => shownTime(time, zone));

describe("a date or a time that is typed without a zone", () => {
  it.each([
    ["UTC", "2026-11-20", "2026-11-20"],
    ["UTC", "2026-11-20T08:30", "2026-11-20T08:30:00Z"],
    ["Asia/Shanghai", "2026-11-20", "2026-11-20T00:00:00+08:00"],
    ["Asia/Shanghai", "2026-11-20T08:30:15", "2026-11-20T08:30:15+08:00"],
    ["Asia/Shanghai", "2026-11-20T08:30:00Z", "2026-11-20T08:30:00Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T00:00:00-05:00"],
    ["America/New_York", "2026-03-09", "2026-03-09T00:00:00-04:00"],
    ["Asia/Shanghai", "-24h", "-24h"],
  ])("means the clock of %s: %s is %s", (zone, typed, meant) => {
    const { filter, problems } = parseIn(zone, `from:${typed}`);
    expect(problems).toEqual([]);
    expect(filter.from).toBe(meant);
    expect(parseIn(zone, formatIn(zone, filter)).filter).toEqual(filter);
  });

  it("is not taken for the date of an address, which begins at midnight UTC", () => {
    const filter = { ...EMPTY_FILTER, from: "2026-11-20" };
    const text = formatIn("Asia/Shanghai", filter);
    expect(text).toBe("from:2026-11-20T00:00:00Z");
    expect(parseIn("Asia/Shanghai", text).filter.from).toBe("2026-11-20T00:00:00Z");
  });

  it.each(["2026-02-30", "2026-02-30T08:00", "2026-11-20T25:00", "2026-11-20 08:00Z"])(
    "is refused where no calendar and no clock has it: %s",
    (typed) => {
      const { filter, problems } = parseIn("Asia/Shanghai", `from:"${typed}"`);
      expect(problems).toMatchObject([{ code: "not-a-time", subject: typed }]);
      expect(filter.from).toBeNull();
    },
  );
});
