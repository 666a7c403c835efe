import type { SourceId } from "@/lib/events/source-id";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { quarantineRecords } from "@/lib/server/db/queries/quarantine";
import { storedRaw } from "@/lib/server/db/queries/stored-raw";
import { findSyncState, type SyncStateRow, saveSyncState } from "@/lib/server/db/queries/sync-states";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import type { WriteWatch } from "@/lib/server/db/write-watch";
import { recordCloudChanges } from "@/lib/server/outbox/record-cloud-changes";
import { retentionLimit } from "@/lib/server/retention/retention-limit";
import { bookmarkSchema, commonStretch, EMPTY_BOOKMARK } from "./bookmark";
import type { Progress } from "./progress";
import type { StoredSync, SyncStore } from "./sync-store";

type Place = { readonly connection: string; readonly source: SourceId };

/**
 * Keeps what one source of one connection yields in the index.
 * @param writeWatch is told what became of the writing.
 */
export function databaseStore(
  db: Database,
  place: Place,
  clock: Clock,
  writeWatch: WriteWatch | null = null,
): SyncStore {
  const watched = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      writeWatch?.failed(error);
      throw error;
    }
  };
  return {
    async load() {
      const row = await findSyncState(db, place);
      return row && storedSync(row);
    },
    save: (state) => watched(saveSyncState(db, syncStateRow(place, state))),
    async writeEvents(events) {
      const { connection } = place;
      const onCloudChanges = recordCloudChanges(clock);
      // What the cloud still lists although it is too old would be removed again at once.
      const limit = await retentionLimit(db, clock());
      const kept = limit === null ? events : events.filter((event) => new Date(event.lastSeenAt) >= limit);
      const input = { connection, events: kept, syncedAt: clock(), onCloudChanges };
      const { inserted, updated } = await watched(writeEvents(db, input));
      if (inserted + updated > 0) writeWatch?.written();
    },
    quarantine: (rejected) => watched(quarantineRecords(db, { ...place, rejected, at: clock() })),
    storedRaw: (upstreamKeys) => storedRaw(db, { ...place, upstreamKeys }),
  };
}

const date = (instant: number | null) => (instant === null ? null : new Date(instant));
const iso = (instant: number) => new Date(instant).toISOString();

function progressForPeople(progress: Progress): SyncStateRow["progress"] {
  return {
    windowFrom: iso(progress.windowFrom),
    windowTo: iso(progress.windowTo),
    rows: progress.rows,
    total: progress.total,
    rowsPerSecond: progress.rowsPerSecond,
    estimatedEndAt: progress.estimatedEndAt === null ? null : iso(progress.estimatedEndAt),
  };
}

function syncStateRow(place: Place, { bookmark, health, progress }: StoredSync): SyncStateRow {
  const covered = commonStretch(bookmark);
  return {
    ...place,
    lastAttemptAt: date(health.lastAttemptAt),
    lastSuccessAt: date(health.lastSuccessAt),
    freshUntil: date(health.freshUntil),
    failingSince: date(health.failingSince),
    reason: health.failure?.reason ?? null,
    errorCode: health.failure?.code ?? null,
    errorRequestId: health.failure?.requestId ?? null,
    coveredFrom: date(covered?.from ?? null),
    coveredTo: date(covered?.to ?? null),
    progress: progress && progressForPeople(progress),
    gaps: bookmark.gaps.map(({ from, to, list, announced, received, notedAt }) => ({
      from: iso(from),
      to: iso(to),
      list,
      announced,
      received,
      notedAt: iso(notedAt),
    })),
    bookmark,
  };
}

function storedSync(row: SyncStateRow): StoredSync {
  const ms = (instant: Date | null) => instant?.getTime() ?? null;
  const failure = { reason: row.reason ?? "", code: row.errorCode, requestId: row.errorRequestId };
  return {
    // A bookmark that another version wrote means reading everything again: safe, and only slow.
    bookmark: bookmarkSchema.safeParse(row.bookmark).data ?? EMPTY_BOOKMARK,
    health: {
      lastAttemptAt: ms(row.lastAttemptAt),
      lastSuccessAt: ms(row.lastSuccessAt),
      freshUntil: ms(row.freshUntil),
      failingSince: ms(row.failingSince),
      failure: row.reason === null ? null : failure,
    },
    progress: null,
  };
}
