import { z } from "zod";
import { statusChangeRequestSchema, statusChangeResponseSchema } from "@/lib/api/status-change";
import { changeStatus } from "@/lib/server/triage/change-status";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { statusChangeAnswer } from "./status-change-answer";
import { jobStartedExample, statusChangeExample } from "./status-examples";

export const changeStatusRoute = route({
  method: "POST",
  path: "/api/events/status",
  summary: "Set the status of one event, of many, or of a selection; HTTP 202 when a job does it",
  role: "analyst",
  params: z.object({}),
  query: noQuery,
  body: statusChangeRequestSchema,
  response: statusChangeResponseSchema,
  problems: ["not-found", "conflict"],
  example: statusChangeExample,
  acceptedExample: jobStartedExample,
  async handle({ deps, signedIn, facts, body }) {
    const requester = requesterOf(requireSignedIn(signedIn), facts);
    return statusChangeAnswer(await changeStatus(deps, requester, body));
  },
});
