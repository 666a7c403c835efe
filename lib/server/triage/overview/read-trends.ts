import { type Overview, TOP_FIELDS } from "@/lib/api/overview";
import type { EventFilter } from "@/lib/events/query";
import { SEVERITIES } from "@/lib/events/severity";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import { countMatches } from "@/lib/server/db/queries/count-matches";
import type { Deps } from "@/lib/server/deps";
import { figure, filterOf } from "../figures";

const DAY_MS = 86_400_000;
/** Values of each field. */
const TOP = 8;

export type Period = { readonly from: Date; readonly to: Date };

/** What is counted in a period and in the one before. */
type Trended<Item> = { readonly item: Item; readonly filter: (period: Period) => EventFilter };

const before = ({ from, to }: Period): Period => ({
  from: new Date(2 * from.getTime() - to.getTime()),
  to: from,
});

async function countTrends<Item>(deps: Deps, period: Period, trended: readonly Trended<Item>[]) {
  const filters = trended.flatMap(({ filter }) => [filter(period), filter(before(period))]);
  const counts = await countMatches(deps.database, filters, deps.clock());
  const [current, previous] = [0, 1].map((offset) =>
    trended.map(({ filter }, index) =>
      figure(counts[index * 2 + offset] ?? 0, filter(offset === 0 ? period : before(period))),
    ),
  );
  return trended.flatMap(({ item }, index) => {
    const [now, then] = [current?.[index], previous?.[index]];
    return now && then ? [{ item, trend: { current: now, previous: then } }] : [];
  });
}

/** What the products let through in the last 24 hours, all or in part. */
export async function readGotThrough(deps: Deps, now: Date): Promise<Overview["gotThrough"]> {
  const through = { outcome: ["not-blocked", "partly-blocked"] };
  const period = { from: new Date(now.getTime() - DAY_MS), to: now };
  const trends = await countTrends(deps, period, [
    { item: null, filter: (range: Period) => filterOf(through, range) },
    ...SEVERITIES.map((severity) => ({
      item: severity,
      filter: (range: Period) => filterOf({ ...through, severity: [severity] }, range),
    })),
  ]);
  const all = trends.find(({ item }) => item === null);
  if (!all) throw new Error("Every trend that is asked for is counted.");
  return {
    all: all.trend,
    bySeverity: trends.flatMap(({ item, trend }) => (item === null ? [] : [{ severity: item, ...trend }])),
  };
}

/** The attackers, targets and types with the most events in the period. */
export async function readTop(deps: Deps, period: Period): Promise<Overview["top"]> {
  const facets = await countFacets(deps.database, filterOf({}, period), deps.clock(), {
    fields: TOP_FIELDS,
    top: TOP,
  });
  const trends = await countTrends(
    deps,
    period,
    TOP_FIELDS.flatMap((field) =>
      facets[field].map(({ value }) => ({
        item: { field, value },
        filter: (range: Period) => filterOf({ [field]: [value] }, range),
      })),
    ),
  );
  const top = (field: (typeof TOP_FIELDS)[number]) =>
    trends
      .filter(({ item }) => item.field === field)
      .map(({ item, trend }) => ({ value: item.value, ...trend }))
      .sort((a, b) => b.current.count - a.current.count);
  return { attacker: top("attacker"), target: top("target"), type: top("type") };
}
