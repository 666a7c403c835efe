import pMap from "p-map";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { describeThreatEventDetail } from "@/lib/server/clouds/waf/describe-threat-event-detail";
import { type RecordText, recordText } from "../mapping/map-records";
import { answerObject } from "../mapping/page-records";
import type { PageRequest } from "../source";
import { wireObject } from "../wire/wire-object";

/** Detail calls under way at once: the WAF publishes no limit, so that a page must not become a burst. */
const CONCURRENCY = 6;
/** After so many failures in a row the rest of the page is left for the next run. */
const MAX_FAILURES = 3;

async function readDetail(
  client: CloudClient,
  eventId: string,
  { signal, priority }: PageRequest,
): Promise<RecordText | null> {
  const answer = await client.call(describeThreatEventDetail, { EventId: eventId }, { signal, priority });
  const detail = wireObject(answerObject("DescribeThreatEventDetail", answer).ThreatEventDetail);
  return detail && Object.keys(detail).length > 0 ? recordText(detail) : null;
}

/**
 * The details of events, by id. An event whose detail fails or is empty is missing from the answer. After
 * three failures in a row no further detail of this page is asked for: a key without the permission, or a
 * cloud that throttles or fails, must not be called once per row.
 *
 * @throws CloudError `cancelled`, and whatever is no CloudError.
 */
export async function readDetails(
  client: CloudClient,
  eventIds: readonly string[],
  request: PageRequest,
): Promise<ReadonlyMap<string, RecordText>> {
  const details = new Map<string, RecordText>();
  let failures = 0;
  await pMap(
    eventIds,
    async (eventId) => {
      if (failures >= MAX_FAILURES) return;
      try {
        const detail = await readDetail(client, eventId, request);
        failures = 0;
        if (detail) details.set(eventId, detail);
      } catch (error) {
        if (!(error instanceof CloudError) || error.kind === "cancelled") throw error;
        failures += 1;
      }
    },
    { concurrency: CONCURRENCY },
  );
  return details;
}
