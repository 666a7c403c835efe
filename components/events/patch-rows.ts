import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import type { EventList } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import { newerEvent } from "@/lib/events/newer-event";
import { noteOwnChange } from "./own-changes";

/** Gives an event its new values; `null`, or the same event, leaves it alone. */
export type RowPatch = (event: SecurityEvent) => SecurityEvent | null;

function patchList(list: EventList, patch: RowPatch): EventList {
  let changed = false;
  const items = list.items.map((event) => {
    const next = patch(event) ?? event;
    changed ||= next !== event;
    return next;
  });
  return changed ? { ...list, items } : list;
}

type Pages = InfiniteData<EventList, string | null>;

function patchPages(client: QueryClient, { queryKey, state, promise }: Query, patch: RowPatch): void {
  const made = new Map<string, SecurityEvent>();
  const change = (wanted: RowPatch) =>
    client.setQueryData<Pages>(
      queryKey,
      (data) => data && { ...data, pages: data.pages.map((page) => patchList(page, wanted)) },
    );
  const reading = change((event) => {
    const next = patch(event);
    if (next) made.set(event.id, next);
    return next;
  })?.pages[0]?.mark;
  if (made.size === 0 || state.fetchStatus === "idle") return;
  // A reading of further rows ends with those that it began with, as they were then.
  const again = () => {
    if (client.getQueryData<Pages>(queryKey)?.pages[0]?.mark !== reading) return;
    change((event) => newerEvent(made.get(event.id), event));
  };
  promise?.then(again, again);
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
    if (!next || next === event) return null;
    if (by === "reader") noteOwnChange(next);
    return next;
  };
  for (const list of client.getQueryCache().findAll({ queryKey: ["events", "list"] })) {
    patchPages(client, list, patch);
  }
  client.setQueriesData<EventList>({ queryKey: ["events", "head"] }, (list) =>
    list ? patchList(list, patch) : list,
  );
  client.setQueriesData<SecurityEvent>(
    { queryKey: [EVENT_ROW_KEY] },
    (event) => (event && patch(event)) ?? event,
  );
}
