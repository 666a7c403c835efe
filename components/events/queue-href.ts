/** The view that hides nothing, said in full: the queue's bare address opens on what needs somebody. */
export const EVERYTHING = "sort=-lastSeenAt";

/** The queue's address for a view's parameters, without "?". */
export function queueHref(query: string): string {
  return `/events?${query === "" ? EVERYTHING : query}`;
}
