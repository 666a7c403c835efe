import type { Overview } from "@/lib/api/overview";
import type { PeriodField } from "@/lib/events/fields";
import { periodValue } from "@/lib/events/period";
import { EMPTY_FILTER, filterParams } from "@/lib/events/query";
import type { Database } from "@/lib/server/db/database";
import { selectHandlingTime } from "@/lib/server/db/queries/handling-times";
import type { Deps } from "@/lib/server/deps";
import { readOpen } from "./read-open";
import { type Period, readGotThrough, readTop } from "./read-trends";

/** How long events waited for people, and the filter that lists these. */
async function readHandling(database: Database, step: PeriodField, period: Period) {
  const time = await selectHandlingTime(database, step, period);
  const fields = { [step]: { anyOf: [periodValue(period)], noneOf: [] } };
  return time && { ...time, filter: filterParams({ ...EMPTY_FILTER, fields }).toString() };
}

/** What needs somebody now; every figure with the filter that lists what it counts. */
export async function readOverview(deps: Deps, period: Period): Promise<Overview> {
  const now = deps.clock();
  const freshness = await deps.readFreshness();
  const { database } = deps;
  const [open, gotThrough, top, firstAction, closed] = await Promise.all([
    readOpen(deps, freshness),
    readGotThrough(deps, now),
    readTop(deps, period),
    readHandling(database, "acted", period),
    readHandling(database, "closed", period),
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
