import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Readings after which the same is read once more. */
const repeated = new WeakSet<Promise<unknown>>();

/**
 * Reads again what is shown under a key and all below it. What is being read just now is read once more when its answer
 * is there: that may be older than what makes it worth reading, and giving it up each time would never end where much
 * happens on a slow line.
 */
export function readAgain(client: QueryClient, queryKey: QueryKey): void {
  const underWay = client.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" });
  void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
  for (const { promise: reading, queryKey: key } of underWay) {
    if (!reading || repeated.has(reading)) continue;
    repeated.add(reading);
    const once = () => client.invalidateQueries({ queryKey: key, exact: true }, { cancelRefetch: false });
    reading.then(once, once);
  }
}
