import type { EventList } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import { newerEvent } from "@/lib/events/newer-event";

type Page = Pick<EventList, "items">;

/**
 * Makes a function that gives every row once, in the order of the pages, each with the newest values that are
 * known of it (`head`). A page more costs that page alone: pages that were merged before are not looked at again.
 */
export function createRowMerger() {
  let merged: readonly Page[] = [];
  let mergedHead: Page | undefined;
  let ids = new Set<string>();
  let rows: readonly SecurityEvent[] = [];

  return (pages: readonly Page[], head: Page | undefined): readonly SecurityEvent[] => {
    const goesOn = head === mergedHead && merged.every((page, index) => page === pages[index]);
    if (!goesOn) ids = new Set();
    const latest = new Map(head?.items.map((event) => [event.id, event]));
    const added: SecurityEvent[] = [];
    for (const page of goesOn ? pages.slice(merged.length) : pages) {
      for (const event of page.items) {
        if (ids.has(event.id)) continue;
        ids.add(event.id);
        added.push(newerEvent(latest.get(event.id), event));
      }
    }
    rows = goesOn ? [...rows, ...added] : added;
    merged = pages;
    mergedHead = head;
    return rows;
  };
}
