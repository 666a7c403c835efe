import { resolveTime } from "@/lib/events/relative-time";

/** What the tops and times of the overview look back on; the words are those of the API's `from`. */
export const OVERVIEW_PERIODS = ["-24h", "-7d", "-30d"] as const;
export type OverviewPeriod = (typeof OVERVIEW_PERIODS)[number];

const [DEFAULT_PERIOD] = OVERVIEW_PERIODS;

/** The period that a page's parameter asks for; the first one for anything else. */
export function overviewPeriod(from: string | undefined): OverviewPeriod {
  return OVERVIEW_PERIODS.find((period) => period === from) ?? DEFAULT_PERIOD;
}

/** The page's address for a period. */
export function overviewHref(period: OverviewPeriod): string {
  return period === DEFAULT_PERIOD ? "/" : `/?${new URLSearchParams({ from: period })}`;
}

/** The instants that a period lies between. */
export function periodBounds(period: OverviewPeriod, now: Date): { from: Date; to: Date } {
  return { from: resolveTime(period, now) ?? now, to: now };
}
