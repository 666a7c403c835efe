import { z } from "zod";
import { callCloud } from "@/lib/server/triage/call-cloud";
import { secretsFor } from "@/lib/server/triage/secrets-for";
import type { QueryReader } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { JsonText, noBody } from "../route-declaration";

/** The operation decides which parameters there are; see {@link callCloud}. */
const operationQuery: QueryReader<URLSearchParams> = {
  schema: z.looseObject({}).describe("The operation's own parameters under the cloud's names."),
  read: (params) => params,
};

export const callCloudRoute = route({
  method: "GET",
  path: "/api/cloud/{connection}/{operation}",
  summary: "A cloud's live answer to one read operation, byte for byte; for viewers without secrets",
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
  async handle({ deps, params, query, signal, signedIn }) {
    const secrets = secretsFor(requireSignedIn(signedIn).user);
    return new JsonText(await callCloud(deps, params, query, { secrets, signal }));
  },
});
