import type { EventList } from "@/lib/api/event-list";
import { type EventQuery, filterParams, sortParam } from "@/lib/events/query";
import { listEvents as selectEvents } from "@/lib/server/db/queries/list-events";
import type { Deps } from "@/lib/server/deps";
import { isRelative, type ShownView, withPart } from "./view-memory";

/**
 * One page of the queue, with the number of all matches and how fresh each connection's copy is.
 * @throws ProblemError invalid-cursor
 */
export async function listEvents(deps: Deps, query: EventQuery): Promise<EventList> {
  const [page, freshness] = await Promise.all([
    selectEvents(deps.database, query, deps.clock()),
    deps.readFreshness(),
  ]);
  return { ...page, freshness };
}

/**
 * The same as JSON text, for as many readers as there are.
 * @throws ProblemError invalid-cursor
 */
export async function showEvents(deps: Deps, query: EventQuery): Promise<ShownView> {
  const { filter, sort, limit, cursor } = query;
  const key = `list ${sortParam(sort)} ${limit} ${cursor} ${filterParams(filter)}`;
  const [page, freshness] = await Promise.all([
    deps.viewMemory.read({ key, moves: isRelative(filter) }, async () => {
      const { mark, ...compared } = await selectEvents(deps.database, query, deps.clock());
      return { answer: { ...compared, mark }, compared };
    }),
    deps.readFreshness(),
  ]);
  return withPart(page, "freshness", freshness);
}
