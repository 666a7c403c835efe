import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EventList } from "@/lib/api/event-list";
import type { EventNeighbours } from "@/lib/api/event-neighbours";
import { listKey, neighboursQuery } from "./queue-queries";
import { parseQueueView } from "./queue-view";

/**
 * The event before or after one in the queue as it was left: as its rows stand there, else as the server knows it.
 * @returns null at an end.
 * @throws ApiError when the server has to be asked and does not answer.
 */
export async function findNeighbour(
  client: QueryClient,
  queueHref: string,
  eventId: string,
  which: keyof EventNeighbours,
): Promise<string | null> {
  const { searchParams } = new URL(queueHref, window.location.origin);
  const { view } = parseQueueView(searchParams, new Date());
  const list = client.getQueryData<InfiniteData<EventList, string | null>>(listKey(view));
  const ids = [...new Set(list?.pages.flatMap(({ items }) => items.map(({ id }) => id)))];
  const index = ids.indexOf(eventId);
  const known = index < 0 ? undefined : ids[index + (which === "nextId" ? 1 : -1)];
  return known ?? (await client.fetchQuery(neighboursQuery(view, eventId)))[which];
}
