import { queryOptions } from "@tanstack/react-query";
import { type Overview, overviewSchema } from "@/lib/api/overview";
import { readJson } from "@/lib/api/read-json";
import type { OverviewPeriod } from "./overview-period";

/** How often the figures are read again, milliseconds. */
const REFRESH_MS = 60_000;

/** The overview of a period; `initial` is what the server rendered. */
export function overviewQuery(period: OverviewPeriod, initial: Overview) {
  return queryOptions({
    queryKey: ["overview", period],
    queryFn: ({ signal }) =>
      readJson(`/api/overview?${new URLSearchParams({ from: period })}`, overviewSchema, signal),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(initial.at),
    refetchInterval: REFRESH_MS,
  });
}
