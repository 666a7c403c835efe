import type { EventFacets } from "@/lib/api/event-list";
import type { EventFilter } from "@/lib/events/query";
import { type FacetOptions, countFacets as selectFacets } from "@/lib/server/db/queries/count-facets";
import type { Deps } from "@/lib/server/deps";

/** How often each value of each field occurs; a field's own filter does not narrow its counts. */
export async function countFacets(
  deps: Deps,
  filter: EventFilter,
  options: FacetOptions = {},
): Promise<EventFacets> {
  return { facets: await selectFacets(deps.database, filter, deps.clock(), options) };
}
