import { z } from "zod";
import { eventFacetsSchema } from "@/lib/api/event-list";
import { parseEventFilter } from "@/lib/events/query";
import { countFacets } from "@/lib/server/triage/count-facets";
import { parsedQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventFilterParameters } from "./event-filter-query";

export const countFacetsRoute = route({
  method: "GET",
  path: "/api/events/facets",
  summary: "How often each value of each field occurs",
  role: "viewer",
  params: z.object({}),
  query: parsedQuery(eventFilterParameters, parseEventFilter),
  body: noBody,
  response: eventFacetsSchema,
  problems: [],
  example: null,
  handle: ({ deps, query }) => countFacets(deps, query),
});
