import { z } from "zod";
import { jobListSchema } from "@/lib/api/jobs";
import { pageLimit } from "@/lib/api/page-limit";
import { readJobs } from "@/lib/server/triage/read-jobs";
import { schemaQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { jobExample } from "./status-examples";

const MOST_ENDED = 50;

export const listJobsRoute = route({
  method: "GET",
  path: "/api/jobs",
  summary: "Bulk changes with their progress: all that have not ended, then the latest that have",
  role: "viewer",
  params: z.object({}),
  query: schemaQuery(
    z.object({
      limit: pageLimit(MOST_ENDED, MOST_ENDED).describe("How many of those that have ended."),
    }),
  ),
  body: noBody,
  response: jobListSchema,
  problems: [],
  example: { jobs: [jobExample] },
  async handle({ deps, query }) {
    return { jobs: await readJobs(deps, query.limit) };
  },
});
