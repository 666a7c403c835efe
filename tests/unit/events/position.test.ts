import { expect, test } from "vitest";
import { comesBefore, positionOf } from "@/lib/events/position";
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
  const sorts = [true, false].map((descending) => ({ field, descending }));
  const [first, second] = [securityEvent(one), securityEvent(other)];
  const answers = sorts.map((sort) => {
    const [a, b] = [positionOf(first, sort), positionOf(second, sort)];
    return [comesBefore(a, b, sort), comesBefore(b, a, sort)];
  });
  expect(answers).toEqual([
    [true, false],
    [false, true],
  ]);
});
