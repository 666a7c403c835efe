import { eventNeighboursSchema } from "@/lib/api/event-neighbours";
import { parseEventView } from "@/lib/events/query";
import { eventQueryParameters } from "@/lib/events/query-parameters";
import { findNeighbours } from "@/lib/server/db/queries/find-neighbours";
import { findConnectedRecord } from "@/lib/server/triage/find-connected-record";
import { parsedQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { eventPath } from "./event-path";

export const readNeighboursRoute = route({
  method: "GET",
  path: "/api/events/{eventId}/neighbours",
  summary: "The events before and after one in a view",
  role: "viewer",
  params: eventPath,
  query: parsedQuery(eventQueryParameters.omit({ limit: true, cursor: true }), parseEventView),
  body: noBody,
  response: eventNeighboursSchema,
  problems: ["not-found"],
  example: { previousId: "5b0c6f2b1d9e4a7f8c3d2e1f", nextId: null },
  async handle({ deps, params, query }) {
    const { record } = await findConnectedRecord(deps, params.eventId);
    return findNeighbours(deps.database, record.event, query, deps.clock());
  },
});
