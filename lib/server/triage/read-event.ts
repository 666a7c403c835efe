import type { EventResponse, LiveFacet } from "@/lib/api/event-detail";
import { CAPABILITIES } from "@/lib/events/capabilities";
import { guidanceFor } from "@/lib/events/guidance";
import type { Language } from "@/lib/events/language";
import type { Deps } from "@/lib/server/deps";
import { withLive } from "@/lib/server/sources/live/with-live";
import { SOURCES } from "@/lib/server/sources/registry";
import { maskJsonText } from "@/lib/server/sources/samples/mask-json";
import type { Secrets } from "@/lib/server/sources/samples/sample";
import { type ConnectedRecord, disconnectedReason, findConnectedRecord } from "./find-connected-record";
import { unavailableFacet } from "./live-details";

/** An event with all that is known of it; `raw` is the upstream record's JSON text. */
export type EventReading = Omit<EventResponse, "raw"> & { readonly raw: string };

/** What the cloud tells on demand, with its secrets; what could not be read says so. */
export async function readLive(
  deps: Deps,
  { record, cloud }: ConnectedRecord,
): Promise<readonly LiveFacet[]> {
  const { source } = record.event;
  if (!CAPABILITIES[source].liveDetail) return [];
  if (cloud === null) return [unavailableFacet(disconnectedReason(deps, record))];
  return deps.liveDetails.read(SOURCES[source], cloud.client, record);
}

/**
 * Reads one event from the index and, if `live`, what the cloud tells on demand: within seconds, and saying
 * so where the cloud does not answer. Secrets are masked.
 * @param options.raw "shown" leaves the upstream record exactly as it came.
 * @param options.language of the guidance; everything else is as the cloud gives it.
 * @throws ProblemError not-found
 */
export async function readEvent(
  deps: Deps,
  eventId: string,
  options: { readonly live: boolean; readonly raw: Secrets; readonly language: Language },
): Promise<EventReading> {
  const connected = await findConnectedRecord(deps, eventId);
  const { record } = connected;
  const { event } = record;
  const described = SOURCES[event.source].describe(record);
  const detail = options.live ? withLive(described, await readLive(deps, connected)) : described;
  const raw = options.raw === "shown" ? record.raw : maskJsonText(record.raw);
  return { event, detail, guidance: guidanceFor(event, detail, options.language), raw };
}
