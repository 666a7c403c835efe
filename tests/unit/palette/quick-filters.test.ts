import { describe, expect, test } from "vitest";
import { narrowedQueue, QUICK_FILTER_IDS, QUICK_FILTERS } from "@/components/palette/quick-filters";
import { parseEventQuery } from "@/lib/events/query";
import { OPEN_STATUSES } from "@/lib/events/status";

const NOW = new Date("2026-03-01T12:00:00.000Z");

function queryOf(href: string) {
  return parseEventQuery(new URL(href, "http://localhost").searchParams, NOW);
}

describe("a quick filter", () => {
  test.each(QUICK_FILTER_IDS)("%s is a link that the queue understands whole", (id) => {
    expect(queryOf(narrowedQueue(new URLSearchParams(), QUICK_FILTERS[id])).problems).toEqual([]);
  });

  test("for open events names every open status", () => {
    expect(QUICK_FILTERS.open.status.split(",")).toEqual([...OPEN_STATUSES]);
  });

  test("keeps what else the queue is narrowed by, and replaces its own part", () => {
    const current = new URLSearchParams("severity=low&source=waf-threat&sort=-severity");
    expect(narrowedQueue(current, QUICK_FILTERS.critical)).toBe(
      "/events?severity=critical&source=waf-threat&sort=-severity",
    );
  });

  test("of a time that reaches until now takes an end away", () => {
    expect(narrowedQueue(new URLSearchParams("from=-7d&to=-1d"), QUICK_FILTERS.lastHour)).toBe(
      "/events?from=-1h",
    );
  });

  test("that leaves nothing leads to the whole queue", () => {
    expect(narrowedQueue(new URLSearchParams("to=-1d"), { to: null })).toBe("/events?sort=-lastSeenAt");
  });
});
