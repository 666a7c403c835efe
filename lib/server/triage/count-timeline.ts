import type { EventTimeline, TimelineMeasure } from "@/lib/api/event-list";
import type { EventFilter } from "@/lib/events/query";
import { countTimeline as selectTimeline } from "@/lib/server/db/queries/count-timeline";
import type { Deps } from "@/lib/server/deps";

/** Events, or their attacks, per time bucket and severity. */
export function countTimeline(
  deps: Deps,
  filter: EventFilter,
  measure: TimelineMeasure,
): Promise<EventTimeline> {
  return selectTimeline(deps.database, filter, measure, deps.clock());
}
