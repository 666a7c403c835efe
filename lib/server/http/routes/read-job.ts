import { jobSchema } from "@/lib/api/jobs";
import { readJob } from "@/lib/server/triage/read-jobs";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { jobPath } from "./job-path";
import { jobExample } from "./status-examples";

export const readJobRoute = route({
  method: "GET",
  path: "/api/jobs/{jobId}",
  summary: "How far a bulk change has come",
  role: "viewer",
  params: jobPath,
  query: noQuery,
  body: noBody,
  response: jobSchema,
  problems: ["not-found"],
  example: jobExample,
  handle: ({ deps, params }) => readJob(deps, params.jobId),
});
