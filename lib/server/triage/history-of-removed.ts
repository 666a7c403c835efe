import type { Database } from "@/lib/server/db/database";
import { findSource } from "@/lib/server/db/queries/event-work";
import { statusHistory } from "@/lib/server/db/queries/status-change-rows";
import { mergeHistory, statusAt } from "./merge-history";
import type { HistoryReading } from "./read-history";

/**
 * What is left of an event that was removed after its time: the changes that we recorded.
 * @returns null for an event that is there, and for one that nobody has ever changed.
 */
export async function historyOfRemoved(
  database: Database,
  eventId: string,
  at: Date | null,
): Promise<HistoryReading | null> {
  if ((await findSource(database, eventId)) !== null) return null;
  const items = mergeHistory(await statusHistory(database, eventId), []);
  const newest = items[0];
  if (newest === undefined) return null;
  const reason = "The event itself was removed, as the settings keep events for a limited time.";
  return {
    items,
    cloud: { state: "unavailable", readAt: null, reason },
    difference: null,
    asOf: at && { at: at.toISOString(), ...statusAt(items, at, newest.to) },
  };
}
