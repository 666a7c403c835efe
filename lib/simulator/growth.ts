import type { Tick, TimedRecord } from "@/lib/simulator/record-store";

/** What a growing record has reached at a second: nothing yet, everything, or the ticks so far. */
export type Reached = "hidden" | "complete" | readonly Tick[];

export function reached(record: TimedRecord, now: number): Reached {
  if (record.visibleFrom !== undefined && record.visibleFrom > now) return "hidden";
  const growth = record.growth;
  const last = growth?.at(-1);
  if (!growth || !last || last.at <= now) return "complete";
  const ticks = growth.filter((tick) => tick.at <= now);
  return ticks.length === 0 ? "hidden" : ticks;
}

export function sumOf(ticks: readonly Tick[]): number {
  return ticks.reduce((sum, tick) => sum + tick.count, 0);
}
