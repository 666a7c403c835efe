import type { QueryClient } from "@tanstack/react-query";
import type { EventView } from "@/lib/events/query";
import { listKey, listQuery } from "./queue-queries";

/** How the rows of a view that is about to be shown were read. */
export type AheadReading =
  /** In the moment in which the view was asked for, and nothing was told since. */
  | "ahead"
  /** The same, but the server told of changes meanwhile: they may be older. */
  | "overtaken"
  /** In another way: kept from before, or not yet. */
  | "no";

/**
 * Reads the rows of views in the moment in which they are asked for: the screen takes as long again to make room for
 * them as the server to find them. Nobody watches such rows for changes until they are shown, so it is remembered
 * whether there was anything to watch.
 */
export function createReadAhead(client: QueryClient) {
  const overtaken = new Map<string, boolean>();

  return {
    /** Reads the rows of a view unless they are kept. What fails is told where they are shown. */
    begin(view: EventView): void {
      const key = listKey(view);
      const state = client.getQueryState(key);
      if (state?.data !== undefined) return;
      if (state?.fetchStatus !== "fetching") overtaken.set(key[2], false);
      void client.prefetchInfiniteQuery(listQuery(view));
    },
    /** The server told that events changed. */
    overtake(): void {
      for (const key of overtaken.keys()) overtaken.set(key, true);
    },
    /** The view with this key is shown from now on. */
    take(key: string): AheadReading {
      const was = overtaken.get(key);
      overtaken.delete(key);
      return was === undefined ? "no" : was ? "overtaken" : "ahead";
    },
  };
}

export type ReadAhead = ReturnType<typeof createReadAhead>;
