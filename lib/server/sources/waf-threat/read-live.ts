import type { LiveFacet } from "@/lib/api/event-detail";
import type { Clock } from "@/lib/server/clock";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { describeThreatEventDetail } from "@/lib/server/clouds/waf/describe-threat-event-detail";
import {
  describeThreatEventTopMetric,
  TOP_METRICS,
} from "@/lib/server/clouds/waf/describe-threat-event-top-metric";
import { readFacet } from "../live/read-facet";
import { answerObject } from "../mapping/page-records";
import type { StoredRecord } from "../source";

/** The detail as it is now, and the five rankings of DescribeThreatEventTopMetric. */
export function readThreatLive(
  client: CloudClient,
  { event }: StoredRecord,
  signal: AbortSignal,
  clock: Clock,
): Promise<LiveFacet[]> {
  const parameters = { EventId: event.upstreamId };
  const options = { signal, priority: "person" } as const;
  const detail = readFacet("detail", clock, async () => {
    const answer = await client.call(describeThreatEventDetail, parameters, options);
    return answerObject("DescribeThreatEventDetail", answer).ThreatEventDetail;
  });
  const rankings = TOP_METRICS.map((metric) =>
    readFacet(metric, clock, async () => {
      const request = { ...parameters, Metric: metric };
      const answer = await client.call(describeThreatEventTopMetric, request, options);
      return answerObject("DescribeThreatEventTopMetric", answer).TopMetrics;
    }),
  );
  return Promise.all([detail, ...rankings]);
}
