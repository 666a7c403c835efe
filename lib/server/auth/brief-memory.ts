import { LRUCache } from "lru-cache";
import type { Clock } from "@/lib/server/clock";
import { onwardTime } from "@/lib/server/onward-time";

/** How long an ended session, a revoked token or a changed role may go unnoticed by another process. */
const KEEP_MS = 5_000;
const KEEP_ENTRIES = 10_000;

/** What was just read from the database, remembered for a few seconds. */
export type BriefMemory<Value> = {
  read(key: string): Promise<Value>;
  forget(key: string): void;
  forgetAll(): void;
};

export function createBriefMemory<Value>(
  readNow: (key: string) => Promise<Value>,
  clock: Clock,
): BriefMemory<Value> {
  const kept = new LRUCache<string, Promise<Value>>({
    max: KEEP_ENTRIES,
    ttl: KEEP_MS,
    perf: onwardTime(clock),
  });
  return {
    read(key) {
      const known = kept.get(key);
      if (known) return known;
      const reading = readNow(key);
      kept.set(key, reading);
      // A failed read must not be remembered as an answer.
      reading.catch(() => kept.delete(key));
      return reading;
    },
    forget: (key) => kept.delete(key),
    forgetAll: () => kept.clear(),
  };
}
