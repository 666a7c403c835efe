import { answerWith } from "@/lib/api/answer-reader";
import type { EventFacets } from "@/lib/api/event-list";
import { type EventFilter, filterParams } from "@/lib/events/query";
import { type FacetOptions, countFacets as selectFacets } from "@/lib/server/db/queries/count-facets";
import type { Deps } from "@/lib/server/deps";
import { isMoving, type ShownView, shownAnswer } from "./view-memory";

/** How often each value of each field occurs, as JSON text; a field's own filter does not narrow its counts. */
export function countFacets(deps: Deps, filter: EventFilter, options: FacetOptions = {}): Promise<ShownView> {
  const key = `facets ${JSON.stringify(options)} ${filterParams(filter)}`;
  return deps.viewMemory.read({ key, moves: isMoving(filter) }, async () => ({
    answer: { facets: await selectFacets(deps.database, filter, deps.clock(), options) },
  }));
}

const readFacets = answerWith<EventFacets>("facets");

/** How many events each status has that match the rest of the filter: what its own status hides is among them. */
export async function countStatuses(deps: Deps, filter: EventFilter): Promise<EventFacets> {
  return shownAnswer(await countFacets(deps, filter, { fields: ["status"] }), readFacets);
}
