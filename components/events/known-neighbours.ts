import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EventList } from "@/lib/api/event-list";
import { listKey } from "./queue-queries";
import { parseQueueView } from "./queue-view";

/** The events before and after one in the queue as it was left; null where it is not known, or at an end. */
export function knownNeighbours(
  client: QueryClient,
  queueHref: string,
  eventId: string,
): { previousId: string | null; nextId: string | null } {
  const { searchParams } = new URL(queueHref, window.location.origin);
  const { view } = parseQueueView(searchParams, new Date());
  const list = client.getQueryData<InfiniteData<EventList, string | null>>(listKey(view));
  const ids = [...new Set(list?.pages.flatMap(({ items }) => items.map(({ id }) => id)))];
  const index = ids.indexOf(eventId);
  if (index < 0) return { previousId: null, nextId: null };
  return { previousId: ids[index - 1] ?? null, nextId: ids[index + 1] ?? null };
}
