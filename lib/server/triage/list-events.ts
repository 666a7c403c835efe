import type { EventList } from "@/lib/api/event-list";
import type { EventQuery } from "@/lib/events/query";
import { listEvents as selectEvents } from "@/lib/server/db/queries/list-events";
import type { Deps } from "@/lib/server/deps";
import { readFreshness } from "./read-freshness";

/**
 * One page of the queue, with the number of all matches and how fresh each connection's copy is.
 * @throws ProblemError invalid-cursor
 */
export async function listEvents(deps: Deps, query: EventQuery): Promise<EventList> {
  const [page, freshness] = await Promise.all([
    selectEvents(deps.database, query, deps.clock()),
    readFreshness(deps),
  ]);
  return { ...page, freshness };
}
