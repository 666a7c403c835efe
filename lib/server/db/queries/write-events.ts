import { eq, inArray } from "drizzle-orm";
import type { MappedEvent } from "@/lib/events/event-record";
import type { SourceId } from "@/lib/events/source-id";
import type { Status, StatusOrigin } from "@/lib/events/status";
import { textList } from "../bulk-write";
import type { Database } from "../database";
import { digest, eventId } from "../event-id";
import { mergePartial } from "../merge-partial";
import { eventDetails, eventRecords } from "../schema/event-records";
import { events } from "../schema/events";
import { type StoredStatus, statusAfterSync } from "../stored-status";
import { lockIndexWrites } from "../write-lock";
import { findRecords } from "./find-record";
import { settleCounts } from "./settle-counts";
import { type EventWrite, writeEventRows } from "./write-event-rows";

/** Rows per statement: some megabytes of JSON. */
const CHUNK = 1_000;

export type WriteEventsInput = {
  readonly connection: string;
  /** Where the same record comes twice, the last one counts. */
  readonly events: readonly MappedEvent[];
  readonly syncedAt: Date;
  /** Records, in the same transaction, statuses that somebody changed in the cloud. */
  readonly onCloudChanges?: (transaction: Database, changes: readonly CloudStatusChange[]) => Promise<void>;
};

/** A known event whose status the cloud tells differently than before. `version` is the new one. */
export type CloudStatusChange = {
  readonly eventId: string;
  readonly source: SourceId;
  readonly version: number;
  readonly from: Status;
  readonly fromOrigin: StatusOrigin;
  readonly to: Status;
  /** What the cloud had before; null where it was none of ours. */
  readonly expected: Status | null;
  /** What the cloud calls it where that is none of ours; empty where it tells none. */
  readonly cloudWord: string | null;
};

export type WriteEventsResult = {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Our ids, in the order of the input. */
  readonly ids: readonly string[];
};

type Stored = StoredStatus & {
  readonly id: string;
  readonly version: number;
  readonly assignee: string | null;
  readonly fingerprint: string;
};

/**
 * Writes mapped records into the index, all of them or none. Safe to repeat: what is stored already is not
 * written again. What is known better than a partial record, the assignee, and a status that is ours stay.
 *
 * Writers wait for each other (a lock on the server, for the transaction): they share attackers and targets,
 * and two of them adding the same ones in different order would otherwise end in a deadlock.
 */
export async function writeEvents(db: Database, input: WriteEventsInput): Promise<WriteEventsResult> {
  const { connection, syncedAt } = input;
  const ids = input.events.map(({ source, upstreamKey }) => eventId({ connection, source, upstreamKey }));
  const byId = new Map(input.events.map((event, index) => [ids[index] ?? "", event]));
  const result = { inserted: 0, updated: 0, unchanged: 0, ids };
  if (byId.size === 0) return result;
  const entries = [...byId];
  await db.transaction(async (tx) => {
    const noticed: CloudStatusChange[] = [];
    await lockIndexWrites(tx);
    for (let start = 0; start < entries.length; start += CHUNK) {
      const chunk = new Map(entries.slice(start, start + CHUNK));
      const stored = await lockStored(tx, [...chunk.keys()]);
      const merged = await mergePartials(tx, chunk, stored);
      const writes = [...merged].flatMap(([id, event]): EventWrite[] => {
        const known = stored.get(id) ?? null;
        const write = planWrite(id, event, known, syncedAt);
        return write === null ? [] : [{ ...write, connection, syncedAt }];
      });
      await writeEventRows(tx, writes);
      noticed.push(...writes.flatMap((write) => cloudChange(write, stored.get(write.id) ?? null)));
      const inserted = writes.filter((write) => write.isNew).length;
      result.inserted += inserted;
      result.updated += writes.length - inserted;
      result.unchanged += chunk.size - writes.length;
    }
    await settleCounts(tx);
    // Last in the transaction: what it locks, others wait for.
    if (noticed.length > 0) await input.onCloudChanges?.(tx, noticed);
  });
  return result;
}

/** What is stored of the events; locked, so that a person's change waits for us or we for it. */
async function lockStored(tx: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  const rows = await tx
    .select({
      id: events.id,
      version: events.version,
      status: events.status,
      statusOrigin: events.statusOrigin,
      writeState: events.writeState,
      assignee: events.assignee,
      fingerprint: eventRecords.fingerprint,
      cloudStatus: eventDetails.cloudStatus,
      cloudWord: eventDetails.cloudWord,
      cloudCheckedAt: eventDetails.cloudCheckedAt,
    })
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .innerJoin(eventRecords, eq(eventRecords.eventId, events.id))
    .where(inArray(events.id, textList(ids)))
    .orderBy(events.id)
    .for("update", { of: events });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The events to store: partial ones completed by what is known. */
async function mergePartials(
  tx: Database,
  chunk: ReadonlyMap<string, MappedEvent>,
  stored: ReadonlyMap<string, Stored>,
): Promise<ReadonlyMap<string, MappedEvent>> {
  const ids = [...chunk].filter(([id, event]) => event.partial && stored.has(id)).map(([id]) => id);
  const merged = new Map(chunk);
  for (const { event, ...record } of await findRecords(tx, ids)) {
    const incoming = chunk.get(event.id);
    if (incoming) merged.set(event.id, mergePartial({ ...event, ...record }, incoming));
  }
  return merged;
}

function cloudChange(write: EventWrite, stored: Stored | null): CloudStatusChange[] {
  if (stored === null) return [];
  const { id, event, version, status, cloudWord } = write;
  const otherWord = cloudWord !== null && cloudWord !== stored.cloudWord;
  if (stored.status === status && !otherWord) return [];
  const from = { from: stored.status, fromOrigin: stored.statusOrigin };
  return [
    {
      eventId: id,
      source: event.source,
      version,
      ...from,
      to: status,
      expected: stored.cloudStatus,
      cloudWord,
    },
  ];
}

function planWrite(id: string, event: MappedEvent, stored: Stored | null, syncedAt: Date) {
  const fingerprint = fingerprintOf(event);
  const after = statusAfterSync(stored, event, syncedAt);
  const changed =
    stored === null ||
    stored.fingerprint !== fingerprint ||
    stored.status !== after.status ||
    stored.writeState !== after.writeState ||
    stored.cloudStatus !== after.cloudStatus ||
    stored.cloudWord !== after.cloudWord;
  if (!changed) return null;
  return {
    id,
    event,
    fingerprint,
    status: after.status,
    statusOrigin: after.statusOrigin,
    writeState: after.writeState,
    cloudStatus: after.cloudStatus,
    cloudWord: after.cloudWord,
    cloudCheckedAt: after.cloudCheckedAt,
    assignee: stored?.assignee ?? null,
    version: (stored?.version ?? 0) + 1,
    isNew: stored === null,
  };
}

/** A hash of everything that is stored of a record. The order of the fields is fixed here, not by the mapper. */
function fingerprintOf(event: MappedEvent): string {
  return digest(
    JSON.stringify([
      event.upstreamId,
      event.severity,
      event.status,
      event.type,
      event.title,
      event.description,
      event.firstSeenAt,
      event.lastSeenAt,
      event.attackCount,
      event.blockedCount,
      event.outcome,
      event.attackers.map(({ kind, value, country, region, count, tags }) => [
        kind,
        value,
        country,
        region,
        count,
        tags,
      ]),
      Object.entries(event.target).sort(([a], [b]) => (a < b ? -1 : 1)),
      event.unmapped.map(({ field, value }) => [field, value]),
      event.attackCounts.map(({ at, count }) => [at, count]),
      event.keywords,
      event.partial,
      event.raw,
    ]),
  );
}
