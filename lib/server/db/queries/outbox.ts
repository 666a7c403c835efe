import { and, asc, eq, gt, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import type { Status } from "@/lib/events/status";
import type { Database } from "../database";
import { eventDetails, eventRecords } from "../schema/event-records";
import { events } from "../schema/events";
import { statusChanges } from "../schema/status-changes";
import type { StatusChangeRow } from "./status-targets";

/** A status change with something due at a cloud, and what addresses its event there. */
export type DueWrite = {
  readonly change: StatusChangeRow;
  readonly event: Pick<SecurityEvent, "id" | "connection" | "source" | "upstreamId"> & {
    readonly upstreamKey: string;
    readonly firstSeenAt: Date | null;
    readonly lastSeenAt: Date;
    readonly cloudCheckedAt: Date | null;
  };
};

/** An earlier change of the same event is under way: its outcome comes first. */
const NOTHING_UNDER_WAY: SQL = sql`NOT EXISTS (SELECT FROM status_changes AS earlier
  WHERE earlier.event_id = ${statusChanges.eventId} AND earlier.id < ${statusChanges.id}
    AND earlier.write_state = 1)`;

/** Longer than any pause that is made: what is due later than that was written by a clock that has been set back. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Whether something is due at `now`. */
export const isDue = (dueAt: Date, now: Date): boolean =>
  dueAt <= now || dueAt.getTime() > now.getTime() + LONGEST_PAUSE_MS;

const due = (now: Date) =>
  or(lte(statusChanges.dueAt, now), gt(statusChanges.dueAt, new Date(now.getTime() + LONGEST_PAUSE_MS)));

/** What is due at `now`, the longest due first. */
export async function dueWrites(
  db: Database,
  { connection, now, limit }: { readonly connection: string; readonly now: Date; readonly limit: number },
): Promise<DueWrite[]> {
  return db
    .select({
      change: statusChanges,
      event: {
        id: events.id,
        connection: events.connection,
        source: events.source,
        upstreamId: eventDetails.upstreamId,
        upstreamKey: eventRecords.upstreamKey,
        lastSeenAt: events.lastSeenAt,
        firstSeenAt: eventDetails.firstSeenAt,
        cloudCheckedAt: eventDetails.cloudCheckedAt,
      },
    })
    .from(statusChanges)
    .innerJoin(events, eq(events.id, statusChanges.eventId))
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .innerJoin(eventRecords, eq(eventRecords.eventId, events.id))
    .where(and(due(now), eq(events.connection, connection), NOTHING_UNDER_WAY))
    .orderBy(asc(statusChanges.dueAt), asc(statusChanges.id))
    .limit(limit);
}

/** The connections that something is due at, or will be. */
export async function connectionsWithWrites(
  db: Database,
): Promise<{ readonly connection: string; readonly dueAt: Date }[]> {
  const rows = await db
    .select({ connection: events.connection, dueAt: sql<string>`min(${statusChanges.dueAt})` })
    .from(statusChanges)
    .innerJoin(events, eq(events.id, statusChanges.eventId))
    .where(isNotNull(statusChanges.dueAt))
    .groupBy(events.connection);
  return rows.map(({ connection, dueAt }) => ({ connection, dueAt: new Date(dueAt) }));
}

type Progress = Partial<
  Pick<
    StatusChangeRow,
    | "writeState"
    | "dueAt"
    | "message"
    | "sentAt"
    | "acknowledged"
    | "sends"
    | "looks"
    | "failures"
    | "failingSince"
    | "actorId"
    | "actorKind"
    | "at"
    | "note"
    | "origin"
  >
>;

/**
 * Notes the progress of changes, of those only that are still in the state that was read.
 * @returns the ids of those.
 */
export async function advanceWrites(
  tx: Database,
  ids: readonly number[],
  state: StatusChangeRow["writeState"],
  progress: Progress,
): Promise<ReadonlySet<number>> {
  const inState =
    state === null ? sql`${statusChanges.writeState} IS NULL` : eq(statusChanges.writeState, state);
  const rows = await tx
    .update(statusChanges)
    .set(progress)
    .where(and(inArray(statusChanges.id, [...ids]), inState))
    .returning({ id: statusChanges.id });
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes changes for sending, those only that nobody has taken or settled since they were read: from here on, a call
 * may have been made.
 */
export async function takeForSending(
  tx: Database,
  read: readonly Pick<StatusChangeRow, "id" | "sends" | "writeState">[],
  sentAt: Date,
  dueAt: Date,
): Promise<ReadonlySet<number>> {
  const asRead = read.flatMap(({ id, sends, writeState }) =>
    writeState === null
      ? []
      : [
          and(
            eq(statusChanges.id, id),
            eq(statusChanges.sends, sends),
            eq(statusChanges.writeState, writeState),
          ),
        ],
  );
  if (asRead.length === 0) return new Set();
  const rows = await tx
    .update(statusChanges)
    .set({
      writeState: "sent",
      sentAt,
      dueAt,
      acknowledged: false,
      looks: 0,
      sends: sql`${statusChanges.sends} + 1`,
      message: null,
    })
    .where(and(or(...asRead), isNotNull(statusChanges.dueAt)))
    .returning({ id: statusChanges.id });
  return new Set(rows.map(({ id }) => id));
}

/** The latest change of each event: only that one speaks for the event. */
export async function latestChanges(
  db: Database,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ eventId: statusChanges.eventId, id: sql<string>`max(${statusChanges.id})` })
    .from(statusChanges)
    .where(inArray(statusChanges.eventId, [...eventIds]))
    .groupBy(statusChanges.eventId);
  return new Map(rows.map(({ eventId, id }) => [eventId, Number(id)]));
}

/** Notes what the cloud was seen to have. */
export async function saveCloudStatus(
  tx: Database,
  eventId: string,
  { status, word }: { readonly status: Status; readonly word: string | null },
  at: Date,
): Promise<void> {
  await tx
    .update(eventDetails)
    .set({ cloudStatus: word === null ? status : null, cloudWord: word, cloudCheckedAt: at })
    .where(eq(eventDetails.eventId, eventId));
}

/** Later changes of the event, still queued, were made on top of one that the cloud does not have. */
export async function expectInstead(
  tx: Database,
  eventId: string,
  { expected, cloudWord }: Pick<StatusChangeRow, "expected" | "cloudWord">,
): Promise<void> {
  await tx
    .update(statusChanges)
    .set({ expected, cloudWord })
    .where(and(eq(statusChanges.eventId, eventId), eq(statusChanges.writeState, "queued")));
}
