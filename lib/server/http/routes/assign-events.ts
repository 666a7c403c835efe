import { z } from "zod";
import { assignManyRequestSchema, assignManyResponseSchema } from "@/lib/api/event-work";
import { assignEvents } from "@/lib/server/triage/assign-events";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";

export const assignEventsRoute = route({
  method: "POST",
  path: "/api/events/assignee",
  summary: "Claim several events, give them to somebody, or let them go",
  role: "analyst",
  params: z.object({}),
  query: noQuery,
  body: assignManyRequestSchema,
  response: assignManyResponseSchema,
  problems: [],
  example: {
    results: [{ eventId: "p4Xk0cTq2mVb8sLd", outcome: "changed", assignee: "mia", version: 2 }],
  },
  handle: ({ deps, signedIn, facts, body }) =>
    assignEvents(deps, requesterOf(requireSignedIn(signedIn), facts), body),
});
