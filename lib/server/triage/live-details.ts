import { LRUCache } from "lru-cache";
import type { LiveFacet } from "@/lib/api/event-detail";
import type { Clock } from "@/lib/server/clock";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { onwardTime } from "@/lib/server/onward-time";
import { failureReason } from "@/lib/server/sources/live/failure-reason";
import type { Source, StoredRecord } from "@/lib/server/sources/source";
import { withTimeLimit } from "@/lib/server/time-limit";
import { endingWith } from "./ending-with";

/** How long facets that were read live serve further readers of the same event. */
const KEEP_MS = 30_000;
const KEEP_EVENTS = 500;
/** A person does not wait longer for a cloud that hangs. */
export const LIVE_LIMIT_MS = 4_000;

/** Facets read live, shared by everybody who looks at the same event at the same time. */
export type LiveDetails = {
  /** Never throws: what could not be read says so. */
  read(source: Source, client: CloudClient, record: StoredRecord): Promise<readonly LiveFacet[]>;
};

/** What stands for all facets when none could be read. */
export function unavailableFacet(reason: string): LiveFacet {
  return { name: "detail", state: "unavailable", readAt: null, reason, value: null };
}

export function createLiveDetails(clock: Clock): LiveDetails {
  const cache = new LRUCache<string, Promise<readonly LiveFacet[]>>({
    max: KEEP_EVENTS,
    ttl: KEEP_MS,
    perf: onwardTime(clock),
  });

  async function readNow(source: Source, client: CloudClient, record: StoredRecord) {
    try {
      return await withTimeLimit(LIVE_LIMIT_MS, (signal) =>
        source.readLive(endingWith(client, signal), record, signal),
      );
    } catch (error) {
      return [unavailableFacet(failureReason(error))];
    }
  }

  return {
    async read(source, client, record) {
      const { id } = record.event;
      const known = cache.get(id);
      if (known) {
        return (await known).map((facet) => (facet.state === "live" ? { ...facet, state: "cached" } : facet));
      }
      // Shared by the readers, so one of them going away does not end it.
      const reading = readNow(source, client, record);
      cache.set(id, reading);
      const facets = await reading;
      // A failure is not kept: the next reader may have more luck.
      if (facets.some((facet) => facet.state === "unavailable")) cache.delete(id);
      return facets;
    },
  };
}
