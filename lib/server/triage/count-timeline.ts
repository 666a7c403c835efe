import type { EventTimeline } from "@/lib/api/event-list";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import type { EventFilter } from "@/lib/events/query";
import { countTimeline as selectTimeline } from "@/lib/server/db/queries/count-timeline";
import type { Deps } from "@/lib/server/deps";
import { readGaps } from "./read-gaps";

/** Events, or their attacks, per time bucket and severity, and where events may be missing. */
export async function countTimeline(
  deps: Deps,
  filter: EventFilter,
  measure: TimelineMeasure,
): Promise<EventTimeline> {
  const timeline = await selectTimeline(deps.database, filter, measure, deps.clock());
  const starts = timeline.buckets.map(({ start }) => Date.parse(start));
  const from = starts[0] ?? 0;
  const to = (starts.at(-1) ?? from) + timeline.bucketSeconds * 1_000;
  return { ...timeline, gaps: await readGaps(deps, filter, { from, to }) };
}
