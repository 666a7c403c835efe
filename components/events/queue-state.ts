import { type DehydratedState, dehydrate, type InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EventList } from "@/lib/api/event-list";
import { listKey } from "./queue-queries";
import type { QueueView } from "./queue-view";

/** The first page of a view, read on the server, as the browser's data cache takes it over. */
export function queueState(view: QueueView, firstPage: EventList): DehydratedState {
  const client = new QueryClient();
  const data: InfiniteData<EventList, string | null> = { pages: [firstPage], pageParams: [null] };
  client.setQueryData(listKey(view), data);
  return dehydrate(client);
}
