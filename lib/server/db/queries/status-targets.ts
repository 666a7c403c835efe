import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { SecurityEvent } from "@/lib/events/event";
import type { Status } from "@/lib/events/status";
import { textList } from "../bulk-write";
import { statusCodes, statusOriginCodes, writeStateCodes } from "../codes";
import type { Database } from "../database";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";
import { statusChanges } from "../schema/status-changes";

/** What a status change needs to know of an event. */
export type StatusTarget = Pick<
  SecurityEvent,
  "id" | "connection" | "source" | "status" | "statusOrigin" | "writeState" | "version"
> & {
  /** What the cloud told last; null where it keeps no status, or one that is none of ours. */
  readonly cloudStatus: Status | null;
  /** What it called that one; null where there is none. */
  readonly cloudWord: string | null;
};

const selectTargets = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: events.id,
      connection: events.connection,
      source: events.source,
      status: events.status,
      statusOrigin: events.statusOrigin,
      writeState: events.writeState,
      version: events.version,
      cloudStatus: eventDetails.cloudStatus,
      cloudWord: eventDetails.cloudWord,
    })
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .where(inArray(events.id, textList(ids)))
    .orderBy(events.id);

/** By id; unknown ids are left out. */
export type StatusTargets = ReadonlyMap<string, StatusTarget>;

const byId = (rows: readonly StatusTarget[]): StatusTargets => new Map(rows.map((row) => [row.id, row]));

export async function findStatusTargets(db: Database, ids: readonly string[]): Promise<StatusTargets> {
  return byId(await selectTargets(db, ids));
}

/** The same, locked in the order of their ids as the sync locks them, so that neither waits in a circle. */
export async function lockStatusTargets(tx: Database, ids: readonly string[]): Promise<StatusTargets> {
  return byId(await selectTargets(tx, ids).for("update", { of: events }));
}

export type StatusChangeRow = typeof statusChanges.$inferSelect;

/** The status changes since the given versions, oldest first. */
export async function changesSince(
  db: Database,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<StatusChangeRow[]> {
  if (seen.length === 0) return [];
  const oldest = Math.min(...seen.map(({ version }) => version));
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const rows = await db
    .select()
    .from(statusChanges)
    .where(
      and(
        inArray(statusChanges.eventId, textList(seen.map(({ id }) => id))),
        gt(statusChanges.version, oldest),
      ),
    )
    .orderBy(asc(statusChanges.id));
  return rows.filter((row) => row.version > (versions.get(row.eventId) ?? 0));
}

export type StatusUpdate = Pick<StatusTarget, "id" | "status" | "statusOrigin" | "writeState" | "version">;

/** Sets status and version of locked events. */
export async function updateStatuses(tx: Database, updates: readonly StatusUpdate[]): Promise<void> {
  if (updates.length === 0) return;
  const rows = updates.map(({ id, status, statusOrigin, writeState, version }) => ({
    id,
    version,
    status: statusCodes.encode(status),
    status_origin: statusOriginCodes.encode(statusOrigin),
    write_state: writeState === null ? null : writeStateCodes.encode(writeState),
  }));
  await tx.execute(sql`UPDATE ${events} SET version = r.version, status = r.status,
      status_origin = r.status_origin, write_state = r.write_state
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS r(id text, version integer, status smallint, status_origin smallint, write_state smallint)
    WHERE ${events.id} = r.id`);
}
