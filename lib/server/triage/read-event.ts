import type { EventResponse, LiveFacet } from "@/lib/api/event-detail";
import { CAPABILITIES } from "@/lib/events/capabilities";
import { guidanceFor } from "@/lib/events/guidance";
import type { Deps } from "@/lib/server/deps";
import { withLive } from "@/lib/server/sources/live/with-live";
import { SOURCES } from "@/lib/server/sources/registry";
import { type ConnectedRecord, disconnectedReason, findConnectedRecord } from "./find-connected-record";
import { unavailableFacet } from "./live-details";

/** An event with all that is known of it; `raw` is the upstream record's JSON text, exactly as it came. */
export type EventReading = Omit<EventResponse, "raw"> & { readonly raw: string };

async function readLive(deps: Deps, { record, cloud }: ConnectedRecord): Promise<readonly LiveFacet[]> {
  const { source } = record.event;
  if (!CAPABILITIES[source].liveDetail) return [];
  if (cloud === null) return [unavailableFacet(disconnectedReason(record))];
  return deps.liveDetails.read(SOURCES[source], cloud.client, record);
}

/**
 * Reads one event from the index and, if `live`, what the cloud tells on demand: within seconds, and saying
 * so where the cloud does not answer.
 * @throws ProblemError not-found
 */
export async function readEvent(
  deps: Deps,
  eventId: string,
  { live }: { readonly live: boolean },
): Promise<EventReading> {
  const connected = await findConnectedRecord(deps, eventId);
  const { record } = connected;
  const { event, raw } = record;
  const described = SOURCES[event.source].describe(record);
  const detail = live ? withLive(described, await readLive(deps, connected)) : described;
  return { event, detail, guidance: guidanceFor(event, detail), raw };
}
