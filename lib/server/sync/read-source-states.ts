import type { SourceSync } from "@/lib/api/source-list";
import { type Product, SOURCES_OF_PRODUCT, type SourceId } from "@/lib/events/source-id";
import type { Database } from "@/lib/server/db/database";
import { countEventsBySource } from "@/lib/server/db/queries/count-events-by-source";
import { countQuarantined, type SourceCount } from "@/lib/server/db/queries/quarantine";
import { type SourceHealth, selectSourceHealth } from "@/lib/server/db/queries/sync-states";

type Connected = { readonly id: string; readonly product: Product };

/** How one source of one connection is doing, with what it yielded. */
export type SourceState = SourceSync & { readonly connection: string };

/** How every source of the connections is doing; cheap enough for every request. */
export function readSourceHealth(
  db: Database,
  connections: readonly Connected[],
  now: Date,
): Promise<SourceHealth[]> {
  const places = connections.flatMap(({ id, product }) =>
    SOURCES_OF_PRODUCT[product].map((source) => ({ connection: id, source })),
  );
  return selectSourceHealth(db, places, now);
}

/** The same with the numbers of events and of quarantined records, which takes counting all events. */
export async function readSourceStates(
  db: Database,
  connections: readonly Connected[],
  now: Date,
): Promise<SourceState[]> {
  const [states, events, quarantined] = await Promise.all([
    readSourceHealth(db, connections, now),
    countEventsBySource(db),
    countQuarantined(db),
  ]);
  return states.map((state) => ({
    ...state,
    events: countOf(events, state),
    quarantined: countOf(quarantined, state),
  }));
}

function countOf(counts: readonly SourceCount[], place: { connection: string; source: SourceId }): number {
  const match = counts.find((row) => row.connection === place.connection && row.source === place.source);
  return match?.count ?? 0;
}
