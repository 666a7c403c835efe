import { z } from "zod";
import { readMetrics } from "@/lib/server/metrics/read-metrics";
import { withTimeLimit } from "@/lib/server/time-limit";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { ByteStream, noBody } from "../route-declaration";
import { textStream } from "../text-stream";

/** Prometheus waits 10 s for everything: a database that hangs has to be told of before. */
const LIMIT_MS = 2_000;
const MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

export const readMetricsRoute = route({
  method: "GET",
  path: "/api/metrics",
  summary: "Measurements for Prometheus, for administrators and for whoever has WATCHFLOOR_METRICS_TOKEN",
  role: "admin",
  acceptsMetricsToken: true,
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: z.string(),
  mediaTypes: ["text/plain"],
  problems: [],
  example: "watchfloor_database_up 1\n",
  async handle({ deps }) {
    const reading = await withTimeLimit(LIMIT_MS, () => readMetrics(deps)).catch((error: unknown) => {
      deps.log.error({ err: error }, "the database could not be read for the metrics");
      return null;
    });
    const text = await deps.metrics.text(reading);
    return new ByteStream(textStream(oneText(text)), MEDIA_TYPE);
  },
});

async function* oneText(text: string) {
  yield text;
}
