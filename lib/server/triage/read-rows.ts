import type { EventRows } from "@/lib/api/event-changes";
import { findEvents } from "@/lib/server/db/queries/find-events";
import type { Deps } from "@/lib/server/deps";

/** Events as they are now, in the order of the ids. */
export async function readRows({ database }: Deps, ids: readonly string[]): Promise<EventRows> {
  const found = new Map((await findEvents(database, ids)).map((event) => [event.id, event]));
  return {
    items: ids.flatMap((id) => found.get(id) ?? []),
    missing: ids.filter((id) => !found.has(id)),
  };
}
