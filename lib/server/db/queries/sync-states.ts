import { and, eq } from "drizzle-orm";
import type { Freshness } from "@/lib/api/event-list";
import type { SourceSync } from "@/lib/api/source-list";
import type { SourceId } from "@/lib/events/source-id";
import type { Database } from "../database";
import { syncStates } from "../schema/sync";

export type SyncStateRow = typeof syncStates.$inferSelect;

/** A source of a connection. */
type Place = { readonly connection: string; readonly source: SourceId };

/** How one source is doing: what both the queue and the sources page tell of it. */
export type SourceHealth = Place & Omit<SourceSync, "events" | "quarantined">;

/** The stored state of one source; `null` before its first reading. */
export async function findSyncState(db: Database, place: Place): Promise<SyncStateRow | null> {
  const { connection, source } = syncStates;
  const [row] = await db
    .select()
    .from(syncStates)
    .where(and(eq(connection, place.connection), eq(source, place.source)));
  return row ?? null;
}

/** The stored states of all sources that have been read. */
export function selectSyncStates(db: Database): Promise<SyncStateRow[]> {
  return db.select().from(syncStates);
}

export async function saveSyncState(db: Database, row: SyncStateRow): Promise<void> {
  const { connection, source, ...state } = row;
  await db
    .insert(syncStates)
    .values(row)
    .onConflictDoUpdate({ target: [syncStates.connection, syncStates.source], set: state });
}

function freshnessState(row: SyncStateRow, now: Date): Freshness["state"] {
  if (row.lastSuccessAt === null) return row.progress && !row.failingSince ? "syncing" : "never";
  if (row.failingSince || !row.freshUntil || row.freshUntil <= now) return "stale";
  return row.progress ? "syncing" : "fresh";
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

const untried = (place: Place): SourceHealth => ({
  ...place,
  state: "never",
  lastSuccessAt: null,
  lastAttemptAt: null,
  failingSince: null,
  reason: null,
  errorCode: null,
  errorRequestId: null,
  coveredFrom: null,
  coveredTo: null,
  progress: null,
  gaps: [],
});

/**
 * How the given sources are doing at `now`, in their order. One that has not been read yet is `never`;
 * one whose last success is too long ago, or that fails, is `stale`.
 */
export async function selectSourceHealth(
  db: Database,
  places: readonly Place[],
  now: Date,
): Promise<SourceHealth[]> {
  const rows = await selectSyncStates(db);
  return places.map((place) => {
    const row = rows.find(
      (candidate) => candidate.connection === place.connection && candidate.source === place.source,
    );
    if (!row) return untried(place);
    return {
      connection: row.connection,
      source: row.source,
      state: freshnessState(row, now),
      lastSuccessAt: iso(row.lastSuccessAt),
      lastAttemptAt: iso(row.lastAttemptAt),
      failingSince: iso(row.failingSince),
      reason: row.reason,
      errorCode: row.errorCode,
      errorRequestId: row.errorRequestId,
      coveredFrom: iso(row.coveredFrom),
      coveredTo: iso(row.coveredTo),
      progress: row.progress,
      gaps: row.gaps,
    };
  });
}
