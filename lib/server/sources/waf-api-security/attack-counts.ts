import type { AttackBucket } from "@/lib/api/event-detail";
import { vendorTime } from "../wire/vendor-time";
import { LARGEST_COUNT, wireCount } from "../wire/wire-number";
import { wireObject } from "../wire/wire-object";

/** A sum that may itself be added up: absurd ones end at the largest count that is taken from a record. */
export function addCounts(counts: readonly number[]): number {
  return counts.reduce((sum, count) => Math.min(sum + count, LARGEST_COUNT), 0);
}

/**
 * The buckets of AttackCntInfo, an object of Unix seconds to counts, sorted by time. Buckets outside the
 * event's own span stay: the documented example lies a year later. Several keys for one instant are added.
 *
 * @param onOdd is told of every entry that is no time or no count.
 */
export function attackCounts(info: unknown, onOdd: (key: string, value: unknown) => void): AttackBucket[] {
  const counts = new Map<string, number>();
  for (const [key, value] of Object.entries(wireObject(info) ?? {})) {
    const time = vendorTime(key);
    const count = wireCount(value);
    if (time.state === "instant" && count !== null) {
      counts.set(time.at, addCounts([counts.get(time.at) ?? 0, count]));
    } else onOdd(key, value);
  }
  return [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => (a.at < b.at ? -1 : 1));
}
