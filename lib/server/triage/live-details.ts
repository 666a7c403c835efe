import { LRUCache } from "lru-cache";
import type { LiveFacet } from "@/lib/api/event-detail";
import type { Clock } from "@/lib/server/clock";
import type { CloudClient } from "@/lib/server/clouds/operation";
import type { Source, StoredRecord } from "@/lib/server/sources/source";

/** How long facets that were read live serve further readers of the same event. */
const KEEP_MS = 30_000;
const KEEP_EVENTS = 500;
/** A person does not wait longer for a cloud that hangs. */
const LIMIT_MS = 4_000;

/** Facets read live, shared by everybody who looks at the same event at the same time. */
export type LiveDetails = {
  /** Never throws: what could not be read says so. */
  read(source: Source, client: CloudClient, record: StoredRecord): Promise<readonly LiveFacet[]>;
};

function unavailable(reason: string): LiveFacet {
  return { name: "detail", state: "unavailable", readAt: null, reason, value: null };
}

export function createLiveDetails(clock: Clock): LiveDetails {
  const cache = new LRUCache<string, Promise<readonly LiveFacet[]>>({
    max: KEEP_EVENTS,
    ttl: KEEP_MS,
    perf: { now: () => clock().getTime() },
  });
  const asCached = (facets: readonly LiveFacet[]) =>
    facets.map((facet): LiveFacet => (facet.state === "live" ? { ...facet, state: "cached" } : facet));

  return {
    async read(source, client, record) {
      const { id } = record.event;
      const known = cache.get(id);
      if (known) return asCached(await known);
      const signal = AbortSignal.timeout(LIMIT_MS);
      const reading = within(signal, source.readLive(client, record, signal)).catch((error: unknown) => [
        unavailable(error instanceof Error ? error.message : "The cloud could not be read."),
      ]);
      cache.set(id, reading);
      const facets = await reading;
      // A failure is not kept: the next reader may have more luck.
      if (facets.some((facet) => facet.state === "unavailable")) cache.delete(id);
      return facets;
    },
  };
}

/** The promise, or a failure once the signal aborts: for callees that notice the signal late. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener(
      "abort",
      () => reject(new Error(`The cloud did not answer within ${LIMIT_MS / 1000} s.`)),
      {
        once: true,
      },
    );
    promise.then(resolve, reject);
  });
}
