import { expect, test } from "vitest";
import { standsBefore } from "@/lib/events/position";
import { securityEvent } from "@/tests/support/events";

const EARLY = "2026-03-01T10:00:00.000Z";
const LATE = "2026-03-01T11:00:00.000Z";

test.each([
  [
    "the more urgent",
    { severity: "high", lastSeenAt: EARLY },
    { severity: "low", lastSeenAt: LATE },
    "severity",
  ],
  ["of equal ones the later", { lastSeenAt: LATE }, { lastSeenAt: EARLY }, "severity"],
  ["of those at one time the greater id", { id: "b" }, { id: "a" }, "lastSeenAt"],
  ["the more attacked", { attackCount: 9, id: "a" }, { attackCount: 2, id: "b" }, "attackCount"],
] as const)("%s comes first where the order descends, last where it ascends", (_what, one, other, field) => {
  const [first, second] = [securityEvent(one), securityEvent(other)];
  expect(standsBefore(first, second, { field, descending: true })).toBe(true);
  expect(standsBefore(second, first, { field, descending: true })).toBe(false);
  expect(standsBefore(first, second, { field, descending: false })).toBe(false);
});
