import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { type EventFilter, filterParams } from "@/lib/events/query";
import { countTimeline as selectTimeline } from "@/lib/server/db/queries/count-timeline";
import type { Deps } from "@/lib/server/deps";
import { readGaps } from "./read-gaps";
import { isMoving, type ShownView, withPart } from "./view-memory";

/** Events, or their attacks, per time bucket and severity, and where events may be missing, as JSON text. */
export async function countTimeline(
  deps: Deps,
  filter: EventFilter,
  measure: TimelineMeasure,
): Promise<ShownView> {
  const key = `timeline ${measure} ${filterParams(filter)}`;
  // An open end reaches to the present.
  const moves = isMoving(filter) || filter.to === null;
  const timeline = await deps.viewMemory.read({ key, moves }, async () => {
    const answer = await selectTimeline(deps.database, filter, measure, deps.clock());
    const starts = answer.buckets.map(({ start }) => Date.parse(start));
    const from = starts[0] ?? 0;
    return { answer, span: { from, to: (starts.at(-1) ?? from) + answer.bucketSeconds * 1_000 } };
  });
  return withPart(timeline, "gaps", await readGaps(deps, filter, timeline.span ?? { from: 0, to: 0 }));
}
