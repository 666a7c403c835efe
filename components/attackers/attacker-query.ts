import { queryOptions } from "@tanstack/react-query";
import { type AttackerSummary, attackerSummarySchema } from "@/lib/api/attacker";
import { readJson } from "@/lib/api/read-json";

/** How often the figures are read again, milliseconds. */
const REFRESH_MS = 60_000;

/** What is known of an attacker; `initial` is what the server rendered. */
export function attackerQuery(initial: AttackerSummary, renderedAt: string) {
  return queryOptions({
    queryKey: ["attacker", initial.value],
    queryFn: ({ signal }) =>
      readJson(`/api/attackers/${encodeURIComponent(initial.value)}`, attackerSummarySchema, signal),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(renderedAt),
    refetchInterval: REFRESH_MS,
  });
}
