"use client";

import { useState } from "react";
import { rangeSteps, type TimeRange } from "./time-range";

/**
 * The time that was shown before this one, and how to get back to it; null for the first one since the queue
 * was opened. Going back by the browser counts too.
 */
export function useEarlierRange(range: TimeRange): TimeRange | null {
  const [steps, setSteps] = useState<readonly TimeRange[]>([range]);
  const next = rangeSteps(steps, range);
  if (next !== steps) setSteps(next);
  return next.at(-2) ?? null;
}
