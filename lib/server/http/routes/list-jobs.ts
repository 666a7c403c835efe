import { z } from "zod";
import { jobListSchema } from "@/lib/api/jobs";
import { readJobs } from "@/lib/server/triage/read-jobs";
import { schemaQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { jobExample } from "./status-examples";

const MOST_JOBS = 50;

export const listJobsRoute = route({
  method: "GET",
  path: "/api/jobs",
  summary: "The latest bulk changes with their progress",
  role: "viewer",
  params: z.object({}),
  query: schemaQuery(z.object({ limit: z.coerce.number().int().min(1).max(MOST_JOBS).default(MOST_JOBS) })),
  body: noBody,
  response: jobListSchema,
  problems: [],
  example: { jobs: [jobExample] },
  async handle({ deps, query }) {
    return { jobs: await readJobs(deps, query.limit) };
  },
});
