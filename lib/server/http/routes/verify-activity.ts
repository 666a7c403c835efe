import { z } from "zod";
import { activityVerificationSchema } from "@/lib/api/activity";
import { verifyActivity } from "@/lib/server/activity/verify";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";

export const verifyActivityRoute = route({
  method: "GET",
  path: "/api/activity/verification",
  summary: "Prove that the record of activities is whole, or name the first entry that is not",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: activityVerificationSchema,
  problems: [],
  example: { intact: true, entries: 4211, checkedAt: "2026-01-31T08:00:00.000Z", broken: null },
  handle: ({ deps }) => verifyActivity(deps.database, deps.clock),
});
