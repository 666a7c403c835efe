import { assignRequestSchema, assignResponseSchema } from "@/lib/api/event-work";
import { assignEvent } from "@/lib/server/triage/assign-event";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { eventPath } from "./event-path";
import { eventExample } from "./examples";

export const assignEventRoute = route({
  method: "PATCH",
  path: "/api/events/{eventId}",
  summary: "Claim an event, give it to somebody, or let it go",
  role: "analyst",
  params: eventPath,
  query: noQuery,
  body: assignRequestSchema,
  response: assignResponseSchema,
  problems: ["not-found"],
  example: { outcome: "changed", event: { ...eventExample, assignee: "mia", version: 2 } },
  handle: ({ deps, signedIn, facts, params, body }) =>
    assignEvent(deps, requesterOf(requireSignedIn(signedIn), facts), params.eventId, body),
});
