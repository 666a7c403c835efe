import { z } from "zod";
import { eventFacetsSchema } from "@/lib/api/event-list";
import { countFacets } from "@/lib/server/triage/count-facets";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";
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
  tagged: true,
  async handle({ deps, query }) {
    const { text, tag } = await countFacets(deps, query.filter, query.options);
    return new JsonText(text, 200, tag);
  },
});
