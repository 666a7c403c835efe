import { expect, test } from "vitest";
import { trendOf } from "@/components/overview/trend";

test.each([
  { current: 15, previous: 10, direction: "up", change: 0.5 },
  { current: 5, previous: 20, direction: "down", change: 0.75 },
  { current: 0, previous: 4, direction: "down", change: 1 },
  { current: 7, previous: 7, direction: "same", change: 0 },
  { current: 0, previous: 0, direction: "same", change: 0 },
  { current: 3, previous: 0, direction: "new", change: 0 },
])("$current after $previous is $direction by $change", ({ current, previous, direction, change }) => {
  expect(trendOf(current, previous)).toEqual({ direction, change });
});
