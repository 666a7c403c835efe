import { z } from "zod";
import { eventListSchema } from "@/lib/api/event-list";
import { parseEventQuery } from "@/lib/events/query";
import { eventQueryParameters } from "@/lib/events/query-parameters";
import { showEvents } from "@/lib/server/triage/list-events";
import { parsedQuery } from "../query-reader";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";
import { eventExample, freshnessExample } from "./examples";

export const listEventsRoute = route({
  method: "GET",
  path: "/api/events",
  summary: "One page of the queue",
  role: "viewer",
  params: z.object({}),
  query: parsedQuery(eventQueryParameters, parseEventQuery),
  body: noBody,
  response: eventListSchema,
  problems: ["invalid-cursor"],
  example: {
    items: [eventExample],
    nextCursor: null,
    total: 1,
    mark: "48213:48213:",
    freshness: [freshnessExample],
  },
  tagged: true,
  async handle({ deps, query }) {
    const { text, tag } = await showEvents(deps, query);
    return new JsonText(text, 200, tag);
  },
});
