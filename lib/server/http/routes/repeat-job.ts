import { repeatJobRequestSchema } from "@/lib/api/jobs";
import { statusChangeResponseSchema } from "@/lib/api/status-change";
import { repeatJob } from "@/lib/server/triage/repeat-job";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { jobPath } from "./job-path";
import { statusChangeAnswer } from "./status-change-answer";
import { jobStartedExample } from "./status-examples";

export const repeatJobRoute = route({
  method: "POST",
  path: "/api/jobs/{jobId}/repeat",
  summary: "Set the status of a bulk change for the events that it did not reach",
  role: "analyst",
  params: jobPath,
  query: noQuery,
  body: repeatJobRequestSchema,
  response: statusChangeResponseSchema,
  problems: ["not-found", "conflict"],
  example: null,
  acceptedExample: jobStartedExample,
  async handle({ deps, signedIn, facts, params, body }) {
    const requester = requesterOf(requireSignedIn(signedIn), facts);
    return statusChangeAnswer(await repeatJob(deps, requester, params.jobId, body));
  },
});
