/** How a number stands against the one before. */
export type TrendDirection = "up" | "down" | "same" | "new";

export type TrendWords = {
  readonly direction: TrendDirection;
  /** The difference as a part of the number before, 0 and more; 0.5 is half as many again. */
  readonly change: number;
};

/** Compares two numbers of events. Nothing before gives no part to speak of, so it is "new". */
export function trendOf(current: number, previous: number): TrendWords {
  if (current === previous) return { direction: "same", change: 0 };
  if (previous === 0) return { direction: "new", change: 0 };
  const change = Math.abs(current - previous) / previous;
  return { direction: current > previous ? "up" : "down", change };
}
