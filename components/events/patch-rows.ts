import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EventList } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";

/** Gives an event its new values; `null` leaves it alone. */
export type RowPatch = (event: SecurityEvent) => SecurityEvent | null;

function patchList(list: EventList, patch: RowPatch): EventList {
  let changed = false;
  const items = list.items.map((event) => {
    const next = patch(event);
    changed ||= next !== null;
    return next ?? event;
  });
  return changed ? { ...list, items } : list;
}

/** Changes rows where they stand, in every view that is kept. No row moves, comes or goes. */
export function patchRows(client: QueryClient, patch: RowPatch): void {
  client.setQueriesData<InfiniteData<EventList, string | null>>({ queryKey: ["events", "list"] }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => patchList(page, patch)) } : data,
  );
  client.setQueriesData<EventList>({ queryKey: ["events", "head"] }, (list) =>
    list ? patchList(list, patch) : list,
  );
}
