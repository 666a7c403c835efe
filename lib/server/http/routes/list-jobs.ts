import { z } from "zod";
import { jobListSchema } from "@/lib/api/jobs";
import { readJobs } from "@/lib/server/triage/read-jobs";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { jobExample } from "./status-examples";

export const listJobsRoute = route({
  method: "GET",
  path: "/api/jobs",
  summary: "The latest bulk changes with their progress",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: jobListSchema,
  problems: [],
  example: { jobs: [jobExample] },
  async handle({ deps }) {
    return { jobs: await readJobs(deps) };
  },
});
