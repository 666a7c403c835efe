import { type DehydratedState, dehydrate, type InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EventFacets, EventList } from "@/lib/api/event-list";
import { listKey, statusCountsQuery } from "./queue-queries";
import type { QueueView } from "./queue-view";

/**
 * The first page of a view, read on the server, as the browser's data cache takes it over.
 * @param statuses what the view's status hides; null where it hides nothing.
 */
export function queueState(
  view: QueueView,
  firstPage: EventList,
  statuses: EventFacets | null,
): DehydratedState {
  const client = new QueryClient();
  if (statuses) client.setQueryData(statusCountsQuery(view.filter).queryKey, statuses);
  const data: InfiniteData<EventList, string | null> = { pages: [firstPage], pageParams: [null] };
  client.setQueryData(listKey(view), data);
  return dehydrate(client);
}
