import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { EventList } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import { noteOwnChange } from "./own-changes";

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

/** Under which an event that stands alone is kept: on its page, or beside the list. */
export const EVENT_ROW_KEY = "event-row";

/**
 * Changes events where they stand, in every view that is kept. No row moves, comes or goes.
 * @param by who changed them: the reader, or anybody.
 */
export function patchRows(client: QueryClient, change: RowPatch, by: "reader" | "anybody" = "reader"): void {
  const patch: RowPatch = (event) => {
    const next = change(event);
    if (next && by === "reader") noteOwnChange(next);
    return next;
  };
  client.setQueriesData<InfiniteData<EventList, string | null>>({ queryKey: ["events", "list"] }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => patchList(page, patch)) } : data,
  );
  client.setQueriesData<EventList>({ queryKey: ["events", "head"] }, (list) =>
    list ? patchList(list, patch) : list,
  );
  client.setQueriesData<SecurityEvent>(
    { queryKey: [EVENT_ROW_KEY] },
    (event) => (event && patch(event)) ?? event,
  );
}
