import type { EventRows } from "@/lib/api/event-changes";
import type { EventFilter } from "@/lib/events/query";
import { findEvents } from "@/lib/server/db/queries/find-events";
import type { Deps } from "@/lib/server/deps";

/** Events as they are now, in the order of the ids; those that do not match the filter count as missing. */
export async function readRows(
  { database, clock }: Pick<Deps, "database" | "clock">,
  ids: readonly string[],
  filter: EventFilter,
): Promise<EventRows> {
  const found = new Map((await findEvents(database, ids, filter, clock())).map((event) => [event.id, event]));
  return {
    items: ids.flatMap((id) => found.get(id) ?? []),
    missing: ids.filter((id) => !found.has(id)),
  };
}
