import { type Overview, TOP_FIELDS } from "@/lib/api/overview";
import { SEVERITIES } from "@/lib/events/severity";
import { withinCalendar } from "@/lib/server/db/instant-bounds";
import { type CountedField, countByValue } from "@/lib/server/db/queries/count-by-value";
import { countFacets } from "@/lib/server/db/queries/count-facets";
import type { Deps } from "@/lib/server/deps";
import { figure, filterOf } from "../figures";

const DAY_MS = 86_400_000;
/** Values of each field. */
const TOP = 8;

export type Period = { readonly from: Date; readonly to: Date };
type Values = Parameters<typeof filterOf>[0];
type Trend = Overview["gotThrough"]["all"];

const before = ({ from, to }: Period): Period => ({
  from: new Date(withinCalendar(2 * from.getTime() - to.getTime())),
  to: from,
});

/** How many events with each value there are in the period, and in the one before. */
async function trendsOf<Value extends string>(
  { database, clock }: Deps,
  others: Values,
  field: CountedField,
  values: readonly Value[],
  period: Period,
): Promise<{ value: Value; trend: Trend }[]> {
  const periods = [period, before(period)] as const;
  const counts = await countByValue(database, filterOf(others), field, values, periods, clock());
  const figureOf = (value: string, place: number, which: 0 | 1) =>
    figure(counts[place]?.[which] ?? 0, filterOf({ ...others, [field]: [value] }, periods[which]));
  return values.map((value, place) => ({
    value,
    trend: { current: figureOf(value, place, 0), previous: figureOf(value, place, 1) },
  }));
}

/** What the products let through in the last 24 hours, all or in part. */
export async function readGotThrough(deps: Deps, now: Date): Promise<Overview["gotThrough"]> {
  const through = { outcome: ["not-blocked", "partly-blocked"] };
  const period = { from: new Date(now.getTime() - DAY_MS), to: now };
  const trends = await trendsOf(deps, through, "severity", SEVERITIES, period);
  const sum = (which: keyof Trend) => trends.reduce((total, { trend }) => total + trend[which].count, 0);
  return {
    all: {
      current: figure(sum("current"), filterOf(through, period)),
      previous: figure(sum("previous"), filterOf(through, before(period))),
    },
    bySeverity: trends.map(({ value, trend }) => ({ severity: value, ...trend })),
  };
}

/** The attackers, targets and types with the most events in the period. */
export async function readTop(deps: Deps, period: Period): Promise<Overview["top"]> {
  const facets = await countFacets(deps.database, filterOf({}, period), deps.clock(), {
    fields: TOP_FIELDS,
    top: TOP,
  });
  const top = async (field: (typeof TOP_FIELDS)[number]) => {
    const values = facets[field].map(({ value }) => value);
    const trends = await trendsOf(deps, {}, field, values, period);
    return trends
      .map(({ value, trend }) => ({ value, ...trend }))
      .sort((a, b) => b.current.count - a.current.count);
  };
  const [attacker, target, type] = await Promise.all([top("attacker"), top("target"), top("type")]);
  return { attacker, target, type };
}
