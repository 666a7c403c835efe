import type { Random } from "@/lib/simulator/random";
import type { Tick } from "@/lib/simulator/record-store";

export const DAY = 86_400;
const HOUR = 3_600;
const MINUTE = 60;

/** Share of attacks per hour of the UTC day: the evening and the night in Beijing are the busy ones. */
const HOURS = [6, 5, 4, 4, 5, 5, 4, 4, 5, 6, 7, 8, 10, 12, 13, 14, 14, 13, 11, 9, 7, 5, 5, 5];

/** A second of the day that begins at `dayStart`, busy hours more often. */
export function secondOfDay(source: Random, dayStart: number): number {
  const hour = source.weighted(HOURS.map((weight, index) => [index, weight] as const));
  return dayStart + hour * HOUR + source.int(0, HOUR - 1);
}

const MAX_TICKS = 48;

/**
 * `total` attacks from `start` over `duration` seconds: at most 48 buckets on full minutes, that swell and
 * ebb around one or two peaks.
 */
export function ticks(source: Random, start: number, duration: number, total: number): Tick[] {
  const first = start - (start % MINUTE);
  const slots = Math.max(1, Math.min(MAX_TICKS, Math.ceil(duration / MINUTE), total));
  const step = Math.max(MINUTE, Math.floor(duration / slots / MINUTE) * MINUTE);
  const peak = source.next();
  const weights = Array.from({ length: slots }, (_, index) => {
    const distance = slots === 1 ? 0 : index / (slots - 1) - peak;
    return Math.exp(-6 * distance * distance) + source.next() * 0.4 + 0.05;
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = total - slots;
  const result = weights.map((weight, index) => {
    const share = index === slots - 1 ? left : Math.min(left, Math.round(((total - slots) * weight) / sum));
    left -= share;
    return { at: first + index * step, count: 1 + share };
  });
  return result;
}

/** Few events are large: roughly a power law between both ends. */
export function heavyTailed(source: Random, min: number, max: number): number {
  return Math.min(max, Math.floor(min / (1 - source.next() * (1 - min / max))));
}
