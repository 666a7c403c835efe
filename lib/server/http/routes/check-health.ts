import { z } from "zod";
import { healthSchema } from "@/lib/api/health";
import { checkHealth } from "@/lib/server/triage/check-health";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { JsonText, noBody } from "../route-declaration";

export const checkHealthRoute = route({
  method: "GET",
  path: "/api/health",
  summary: "Whether requests can be served; HTTP 503 when not",
  role: "public",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: healthSchema,
  otherStatus: 503,
  problems: [],
  example: { live: true, ready: true, checks: [{ name: "database", state: "ok", reason: null }] },
  async handle({ deps }) {
    const health = await checkHealth(deps);
    return new JsonText(JSON.stringify(health), health.ready ? 200 : 503);
  },
});
