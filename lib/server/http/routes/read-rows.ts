import { z } from "zod";
import { eventRowsSchema } from "@/lib/api/event-changes";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import { type EventFilter, type Parsed, parseEventFilter, type QueryProblem } from "@/lib/events/query";
import { readRows } from "@/lib/server/triage/read-rows";
import { parsedQuery, single } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventFilterParameters } from "./event-filter-query";
import { eventExample } from "./examples";

const LONGEST_ID = 100;

type RowsQuery = { readonly ids: readonly string[]; readonly filter: EventFilter };

function parseIds(params: URLSearchParams, problems: QueryProblem[]): readonly string[] {
  const ids = [...new Set((single(params, "ids", problems) ?? "").split(",").filter((id) => id !== ""))];
  const complain = (message: string) => problems.push({ field: "ids", message });
  if (ids.length === 0) complain("must name an event");
  else if (ids.length > MAX_NOTICED) complain(`must name at most ${MAX_NOTICED} events`);
  else if (ids.some((id) => id.length > LONGEST_ID)) complain("must be ids of events");
  return ids;
}

function parseRowsQuery(params: URLSearchParams, now: Date): Parsed<RowsQuery> {
  const { value: filter, problems } = parseEventFilter(params, now, ["ids"]);
  const found = [...problems];
  return { value: { ids: parseIds(params, found), filter }, problems: found };
}

export const readRowsRoute = route({
  method: "GET",
  path: "/api/events/rows",
  summary: "Some events as they are now, without their details; with a filter, those that match it",
  role: "viewer",
  params: z.object({}),
  query: parsedQuery(
    eventFilterParameters.extend({
      ids: z.string().describe(`Ids of events, comma-separated; at most ${MAX_NOTICED}.`),
    }),
    parseRowsQuery,
  ),
  body: noBody,
  response: eventRowsSchema,
  problems: [],
  example: { items: [eventExample], missing: [] },
  handle: ({ deps, query }) => readRows(deps, query.ids, query.filter),
});
