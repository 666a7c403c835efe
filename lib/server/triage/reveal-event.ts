import type { RevealResponse } from "@/lib/api/reveal";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import type { Deps } from "@/lib/server/deps";
import { withLive } from "@/lib/server/sources/live/with-live";
import { SOURCES } from "@/lib/server/sources/registry";
import { findConnectedRecord } from "./find-connected-record";
import { readLive } from "./read-event";

/**
 * Reads what is masked elsewhere, as it came. That it was revealed is recorded before anything is answered.
 * @throws ProblemError not-found
 */
export async function revealEvent(
  deps: Deps,
  acting: Acting,
  eventId: string,
  { live }: { readonly live: boolean },
): Promise<RevealResponse> {
  const connected = await findConnectedRecord(deps, eventId);
  const { event, raw } = connected.record;
  const described = SOURCES[event.source].describe(connected.record, "shown");
  const facets = live ? await readLive(deps, connected) : [];
  await appendActivity(deps.database, {
    at: deps.clock(),
    ...recordedActor(acting),
    action: "sample.revealed",
    subject: event.id,
    source: event.source,
    details: { title: event.title, live },
  });
  const detail = withLive(described, facets, "shown");
  return { samples: detail.samples, live: detail.live, rawText: raw };
}
