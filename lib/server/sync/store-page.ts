import { databaseTrouble } from "@/lib/server/db/database-trouble";
import type { MappedEvent, Source, SourcePage } from "@/lib/server/sources/source";
import type { SyncStore } from "./sync-store";
import { keyEvents } from "./tie-keys";

/**
 * Stores one page before the next is asked for, so that people see it at once. An event that the database
 * refuses is quarantined like one that could not be mapped; the rest of its page is kept.
 * @throws whatever the store throws when the database is in trouble, or refuses several events and takes none: then not
 *   they are broken.
 */
export async function storePage(
  store: SyncStore,
  source: Source,
  page: Pick<SourcePage, "events" | "rejected">,
): Promise<void> {
  if (page.rejected.length > 0) await store.quarantine(page.rejected);
  const events = keyEvents(page.events, source.identity);
  if (events.length === 0) return;
  try {
    await store.writeEvents(events);
  } catch (error) {
    if (databaseTrouble(error) !== null || !(await storeSingly(store, events))) throw error;
  }
}

/** Returns false when not one of several events could be stored. */
async function storeSingly(store: SyncStore, events: readonly MappedEvent[]): Promise<boolean> {
  const refused: MappedEvent[] = [];
  for (const event of events) {
    await store.writeEvents([event]).catch((error: unknown) => {
      if (databaseTrouble(error) !== null) throw error;
      refused.push(event);
    });
  }
  if (events.length > 1 && refused.length === events.length) return false;
  const reason = "The database could not store the record.";
  if (refused.length > 0) await store.quarantine(refused.map(({ raw }) => ({ raw, reason })));
  return true;
}
