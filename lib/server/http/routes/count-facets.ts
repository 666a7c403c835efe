import { z } from "zod";
import { eventFacetsSchema } from "@/lib/api/event-list";
import { countFacets } from "@/lib/server/triage/count-facets";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { facetQuery } from "./facet-query";

export const countFacetsRoute = route({
  method: "GET",
  path: "/api/events/facets",
  summary: "How often each value of each field occurs",
  role: "viewer",
  params: z.object({}),
  query: facetQuery,
  body: noBody,
  response: eventFacetsSchema,
  problems: [],
  example: null,
  handle: ({ deps, query }) => countFacets(deps, query.filter, query.options),
});
