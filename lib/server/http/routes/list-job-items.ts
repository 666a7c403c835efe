import { z } from "zod";
import { jobItemListSchema } from "@/lib/api/jobs";
import { pageLimit } from "@/lib/api/page-limit";
import { statusOutcomeSchema } from "@/lib/api/status-change";
import { readJobItems } from "@/lib/server/triage/read-jobs";
import { schemaQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { jobPath } from "./job-path";

export const listJobItemsRoute = route({
  method: "GET",
  path: "/api/jobs/{jobId}/items",
  summary: "What became of each event of a bulk change",
  role: "viewer",
  params: jobPath,
  query: schemaQuery(
    z.object({
      outcome: statusOutcomeSchema.optional().describe("Only events with this outcome."),
      writeState: z
        .enum(["queued", "sent", "verified", "overtaken", "failed"])
        .optional()
        .describe("Only events whose change is so far on its way to the cloud."),
      limit: pageLimit(1_000, 200),
      cursor: z.string().optional(),
    }),
  ),
  body: noBody,
  response: jobItemListSchema,
  problems: ["not-found"],
  example: {
    items: [
      {
        eventId: "p4Xk0cTq2mVb8sLd",
        title: "Abnormal API calls",
        outcome: "changed",
        writeState: "verified",
        message: null,
      },
    ],
    nextCursor: null,
  },
  handle: ({ deps, params, query: { limit, cursor, outcome, writeState } }) =>
    readJobItems(deps, params.jobId, { limit, cursor, outcome, writeState }),
});
