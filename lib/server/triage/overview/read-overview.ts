import type { Overview } from "@/lib/api/overview";
import { selectHandlingTime } from "@/lib/server/db/queries/handling-times";
import type { Deps } from "@/lib/server/deps";
import { readOpen } from "./read-open";
import { type Period, readGotThrough, readTop } from "./read-trends";

/** What needs somebody now; every figure with the filter that lists what it counts. */
export async function readOverview(deps: Deps, period: Period): Promise<Overview> {
  const now = deps.clock();
  const freshness = await deps.readFreshness();
  const { database } = deps;
  const [open, gotThrough, top, firstAction, closed] = await Promise.all([
    readOpen(deps, freshness),
    readGotThrough(deps, now),
    readTop(deps, period),
    selectHandlingTime(database, "firstAction", period),
    selectHandlingTime(database, "closed", period),
  ]);
  return {
    at: now.toISOString(),
    period: { from: period.from.toISOString(), to: period.to.toISOString() },
    ...open,
    gotThrough,
    top,
    handling: { firstAction, closed },
  };
}
