import { expect, test } from "vitest";
import { hidesClosed } from "@/components/events/hides-closed";
import { parseEventFilter } from "@/lib/events/query";

test.each([
  ["status=toBeConfirmed,confirmed", true],
  ["status=-actioned,-ignored", true],
  ["status=toBeConfirmed,confirmed&severity=high", true],
  ["status=confirmed", false],
  ["status=-ignored", false],
  ["status=actioned,ignored", false],
  ["severity=high", false],
])("%s hides exactly what is handled or ignored: %s", (search, hides) => {
  const { value } = parseEventFilter(new URLSearchParams(search), new Date("2026-03-01T12:00:00Z"));
  expect(hidesClosed(value)).toBe(hides);
});
