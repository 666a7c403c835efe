import { z } from "zod";
import { overviewSchema } from "@/lib/api/overview";
import { type Parsed, parseEventFilter, resolveRange } from "@/lib/events/query";
import { LONGEST_PERIOD_MS } from "@/lib/events/relative-time";
import { withinCalendar } from "@/lib/server/db/instant-bounds";
import { readOverview } from "@/lib/server/triage/overview/read-overview";
import type { Period } from "@/lib/server/triage/overview/read-trends";
import { parsedQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventFilterParameters } from "./event-filter-query";

const DAY_MS = 86_400_000;

const inCalendar = (instant: Date) => new Date(withinCalendar(instant.getTime()));

function parsePeriod(params: URLSearchParams, now: Date): Parsed<Period> {
  const { value, problems } = parseEventFilter(params, now);
  const others = [...new Set(params.keys())].filter((key) => key !== "from" && key !== "to");
  const refused = others.map((field) => ({ field, message: "Unknown parameter. Use one of: from, to." }));
  const range = resolveRange(value, now);
  const to = inCalendar(range.to ?? now);
  const from = inCalendar(range.from ?? new Date(to.getTime() - DAY_MS));
  const reversed = { field: "from", message: '"from" must be earlier than "to", which is now by default.' };
  const long = { field: "from", message: "The period is longer than ten years. Narrow it." };
  const kept = problems.filter(({ field }) => !others.includes(field));
  return {
    value: { from, to },
    problems: [
      ...refused,
      ...kept,
      ...(from < to ? [] : [reversed]),
      ...(to.getTime() - from.getTime() > LONGEST_PERIOD_MS ? [long] : []),
    ],
  };
}

export const readOverviewRoute = route({
  method: "GET",
  path: "/api/overview",
  summary: "What needs somebody now, in figures that link to their events",
  role: "viewer",
  params: z.object({}),
  query: parsedQuery(eventFilterParameters.pick({ from: true, to: true }), parsePeriod),
  body: noBody,
  response: overviewSchema,
  problems: [],
  example: null,
  handle: ({ deps, query }) => readOverview(deps, query),
});
