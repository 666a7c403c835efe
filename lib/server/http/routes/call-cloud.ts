import { z } from "zod";
import { callCloud } from "@/lib/server/triage/call-cloud";
import type { QueryReader } from "../query-reader";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";

/** The operation decides which parameters there are; see {@link callCloud}. */
const operationQuery: QueryReader<URLSearchParams> = {
  schema: z.looseObject({}).describe("The operation's own parameters under the cloud's names."),
  read: (params) => params,
};

export const callCloudRoute = route({
  method: "GET",
  path: "/api/cloud/{connection}/{operation}",
  summary: "A cloud's live answer to one read operation, byte for byte",
  role: "viewer",
  params: z.object({
    connection: z.string().max(200).describe("The connection's id."),
    operation: z.string().max(200).describe("The operation's name, for example DescribeApisecEvents."),
  }),
  query: operationQuery,
  body: noBody,
  response: z.json(),
  problems: ["not-found", "cloud-refused", "cloud-unavailable", "cloud-throttled", "cloud-timeout"],
  example: null,
  handle: async ({ deps, params, query, signal }) =>
    new JsonText(await callCloud(deps, params, query, signal)),
});
