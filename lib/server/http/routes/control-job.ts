import { jobActionRequestSchema, jobSchema } from "@/lib/api/jobs";
import { controlJob } from "@/lib/server/triage/control-job";
import { requesterOf } from "@/lib/server/triage/requester";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { jobPath } from "./job-path";
import { jobExample } from "./status-examples";

export const controlJobRoute = route({
  method: "PATCH",
  path: "/api/jobs/{jobId}",
  summary: "Pause, resume or cancel a bulk change",
  role: "analyst",
  params: jobPath,
  query: noQuery,
  body: jobActionRequestSchema,
  response: jobSchema,
  problems: ["not-found", "conflict"],
  example: jobExample,
  handle: ({ deps, signedIn, facts, params, body }) =>
    controlJob(deps, requesterOf(requireSignedIn(signedIn), facts), params.jobId, body.action),
});
