import type { Overview } from "@/lib/api/overview";
import type { Deps } from "@/lib/server/deps";
import { readFreshness } from "../read-freshness";
import { readOpen } from "./read-open";
import { type Period, readGotThrough, readTop } from "./read-trends";

/** What needs somebody now; every figure with the filter that lists what it counts. */
export async function readOverview(deps: Deps, period: Period): Promise<Overview> {
  const now = deps.clock();
  const freshness = await readFreshness(deps);
  const [open, gotThrough, top] = await Promise.all([
    readOpen(deps, freshness),
    readGotThrough(deps, now),
    readTop(deps, period),
  ]);
  return {
    at: now.toISOString(),
    period: { from: period.from.toISOString(), to: period.to.toISOString() },
    ...open,
    gotThrough,
    top,
    handling: { firstAction: null, closed: null },
  };
}
