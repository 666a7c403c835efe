import type { LiveFacet } from "@/lib/api/event-detail";
import type { Clock } from "@/lib/server/clock";
import type { CloudClient } from "@/lib/server/clouds/operation";
import {
  DETAIL_TYPES,
  describeApisecEventDetail,
} from "@/lib/server/clouds/waf/describe-apisec-event-detail";
import { readFacet } from "../live/read-facet";
import { answerObject } from "../mapping/page-records";
import type { StoredRecord } from "../source";
import { wireJson } from "../wire/wire-json";
import { eventScope } from "./event-scope";

/** DetailValue is JSON text whose shape is documented for one facet only: parsed where it parses. */
function detailValue(text: unknown): unknown {
  const json = wireJson(text);
  return json.state === "value" ? json.value : json.state === "missing" ? null : text;
}

/** The seven facets of DescribeApisecEventDetail, each read on its own. */
export function readApisecLive(
  client: CloudClient,
  { event }: StoredRecord,
  signal: AbortSignal,
  clock: Clock,
): Promise<LiveFacet[]> {
  const facets = DETAIL_TYPES.map((facet) =>
    readFacet(facet, clock, async () => {
      const answer = await client.call(
        describeApisecEventDetail,
        { EventId: event.upstreamId, EventScope: eventScope(event), DetailType: facet },
        { signal, priority: "person" },
      );
      return detailValue(answerObject("DescribeApisecEventDetail", answer).DetailValue);
    }),
  );
  return Promise.all(facets);
}
