import { answerWith } from "@/lib/api/answer-reader";
import type { EventList } from "@/lib/api/event-list";
import { type EventQuery, filterParams, sortParam } from "@/lib/events/query";
import { listEvents as selectEvents } from "@/lib/server/db/queries/list-events";
import type { Deps } from "@/lib/server/deps";
import { isMoving, type ShownView, shownAnswer, withPart } from "./view-memory";

const readList = answerWith<EventList>("items", "nextCursor", "total", "mark", "freshness");

/**
 * One page of the queue, with the number of all matches and how fresh each connection's copy is; as JSON text,
 * for as many readers as there are.
 * @throws ProblemError invalid-cursor
 */
export async function showEvents(deps: Deps, query: EventQuery): Promise<ShownView> {
  const { filter, sort, limit, cursor } = query;
  const key = `list ${sortParam(sort)} ${limit} ${cursor} ${filterParams(filter)}`;
  const [page, freshness] = await Promise.all([
    deps.viewMemory.read({ key, moves: isMoving(filter) }, async () => {
      const { mark, ...compared } = await selectEvents(deps.database, query, deps.clock());
      return { answer: { ...compared, mark }, compared };
    }),
    deps.readFreshness(),
  ]);
  return withPart(page, "freshness", freshness);
}

/**
 * The same for a page of ours, which is rendered as often as somebody opens it.
 * @throws ProblemError invalid-cursor
 */
export async function listEvents(deps: Deps, query: EventQuery): Promise<EventList> {
  return shownAnswer(await showEvents(deps, query), readList);
}
