import { sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import type { MappedEvent } from "@/lib/events/event-record";
import { bulkWrite, textList } from "../bulk-write";
import type { Database } from "../database";
import { eventAttackCounts, eventDetails, eventRecords } from "../schema/event-records";
import { events, eventTexts } from "../schema/events";
import { searchText } from "../search-text";
import { storableJsonText } from "../storable-text";
import type { StoredStatus } from "../stored-status";
import { LISTED_ATTACKERS } from "./packed-event";
import { attackerIds, attackerValues, targetDigest, targetIds } from "./write-dictionaries";

/** One event to be inserted or replaced, all of it. */
export type EventWrite = Pick<
  SecurityEvent,
  "id" | "connection" | "status" | "statusOrigin" | "writeState" | "assignee" | "version"
> &
  Pick<StoredStatus, "cloudStatus" | "cloudWord" | "cloudCheckedAt"> & {
    readonly event: MappedEvent;
    readonly fingerprint: string;
    readonly syncedAt: Date;
    readonly isNew: boolean;
  };

/**
 * Writes the rows of events to all their tables; triggers keep what is derived from them. Only under the write lock.
 */
export async function writeEventRows(tx: Database, writes: readonly EventWrite[]): Promise<void> {
  if (writes.length === 0) return;
  const attackers = await attackerIds(
    tx,
    writes.flatMap(({ event }) => attackerValues(event.attackers)),
  );
  const targets = await targetIds(
    tx,
    writes.map(({ event }) => event.target),
  );
  const idsOf = ({ event }: EventWrite) =>
    attackerValues(event.attackers).flatMap((value) => attackers.get(value) ?? []);

  await bulkWrite(
    tx,
    events,
    writes.map((write) => eventRow(write, idsOf(write), targets)),
    [events.id],
  );
  await bulkWrite(tx, eventDetails, writes.map(detailRow), [eventDetails.eventId]);
  await bulkWrite(tx, eventRecords, writes.map(recordRow), [eventRecords.eventId]);
  await bulkWrite(tx, eventTexts, writes.map(textRow), [eventTexts.eventId]);

  await removeOldAttackCounts(tx, writes);
  await bulkWrite(tx, eventAttackCounts, writes.flatMap(attackCountRows), [
    eventAttackCounts.eventId,
    eventAttackCounts.at,
  ]);
}

async function removeOldAttackCounts(tx: Database, writes: readonly EventWrite[]): Promise<void> {
  const replaced = writes.filter((write) => !write.isNew).map((write) => write.id);
  if (replaced.length === 0) return;
  await tx.execute(
    sql`DELETE FROM ${eventAttackCounts} WHERE ${eventAttackCounts.eventId} IN ${textList(replaced)}`,
  );
}

function eventRow(
  write: EventWrite,
  attackers: number[],
  targets: ReadonlyMap<string, number>,
): typeof events.$inferInsert {
  const { event } = write;
  const targetId = targets.get(targetDigest(event.target));
  if (targetId === undefined) throw new Error(`The target of event ${write.id} was not stored.`);
  return {
    id: write.id,
    connection: write.connection,
    source: event.source,
    severity: event.severity,
    status: write.status,
    statusOrigin: write.statusOrigin,
    writeState: write.writeState,
    type: event.type,
    outcome: event.outcome,
    lastSeenAt: new Date(event.lastSeenAt),
    attackCount: event.attackCount,
    targetId,
    attackerIds: attackers,
    assignee: write.assignee,
    version: write.version,
  };
}

const detailRow = ({ id, event, ...write }: EventWrite): typeof eventDetails.$inferInsert => ({
  eventId: id,
  upstreamId: event.upstreamId,
  title: event.title,
  description: event.description,
  firstSeenAt: event.firstSeenAt === null ? null : new Date(event.firstSeenAt),
  blockedCount: event.blockedCount,
  attackers: event.attackers.slice(0, LISTED_ATTACKERS),
  unmapped: event.unmapped,
  cloudStatus: write.cloudStatus,
  cloudWord: write.cloudWord,
  cloudCheckedAt: write.cloudCheckedAt,
  syncedAt: write.syncedAt,
});

const recordRow = ({ id, event, fingerprint }: EventWrite): typeof eventRecords.$inferInsert => ({
  eventId: id,
  upstreamKey: event.upstreamKey,
  raw: storableJsonText(event.raw),
  moreAttackers: event.attackers.slice(LISTED_ATTACKERS),
  partial: event.partial,
  fingerprint,
});

const textRow = ({ id, event }: EventWrite): typeof eventTexts.$inferInsert => ({
  eventId: id,
  text: searchText(event),
});

/** Two buckets of the same instant would be one row: their counts are added. */
function attackCountRows({ id, event }: EventWrite): (typeof eventAttackCounts.$inferInsert)[] {
  const counts = new Map<number, number>();
  for (const { at, count } of event.attackCounts) {
    const time = Date.parse(at);
    counts.set(time, (counts.get(time) ?? 0) + count);
  }
  return [...counts].map(([time, count]) => ({ eventId: id, at: new Date(time), count }));
}
