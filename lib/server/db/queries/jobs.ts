import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Job, JobState } from "@/lib/api/jobs";
import type { StatusOutcome } from "@/lib/api/status-change";
import type { Status, WriteState } from "@/lib/events/status";
import { bulkWrite, textList } from "../bulk-write";
import { statusCodes } from "../codes";
import type { Database } from "../database";
import { eventDetails } from "../schema/event-records";
import { events } from "../schema/events";
import { jobChunks, jobItems, jobs } from "../schema/jobs";
import { selectionEvents } from "../schema/selections";
import { changes, statusChanges } from "../schema/status-changes";
import type { ChangeRow } from "./status-change-rows";

export type JobRow = typeof jobs.$inferSelect;
export type JobWithChange = { readonly job: JobRow; readonly change: ChangeRow };
export type JobItemRow = typeof jobItems.$inferSelect;

export async function insertJob(tx: Database, row: typeof jobs.$inferInsert): Promise<void> {
  await tx.insert(jobs).values(row);
}

/** Events that are changed in one transaction: what a crash repeats, and what others wait for. */
export const JOB_CHUNK = 250;

type Item = { readonly eventId: string; readonly version: number; readonly status: Status };

/** Stores what a job is to change. */
export async function insertListedItems(tx: Database, jobId: string, items: readonly Item[]): Promise<void> {
  const inputs = items.map(({ eventId, version, status }) => [eventId, version, statusCodes.encode(status)]);
  const starts = Array.from({ length: Math.ceil(items.length / JOB_CHUNK) }, (_, index) => index * JOB_CHUNK);
  const rows = starts.map((start) => ({ start, items: inputs.slice(start, start + JOB_CHUNK) }));
  await tx.execute(sql`INSERT INTO ${jobChunks} (job_id, start, items)
    SELECT ${jobId}, r.start, r.items
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(start integer, items json)`);
}

/** Events of a selection in the order of their ids. */
export async function selectionPage(
  db: Database,
  selectionId: string,
  afterId: string,
  limit: number,
): Promise<{ eventId: string; version: number }[]> {
  return db
    .select({ eventId: selectionEvents.eventId, version: selectionEvents.version })
    .from(selectionEvents)
    .where(and(eq(selectionEvents.selectionId, selectionId), sql`${selectionEvents.eventId} > ${afterId}`))
    .orderBy(asc(selectionEvents.eventId))
    .limit(limit);
}

/** Stores numbered events (`position`, `event_id`, `version`, `status`) as what a job is to change. */
async function insertSelected(tx: Database, jobId: string, numbered: SQL): Promise<void> {
  await tx.execute(sql`INSERT INTO ${jobChunks} (job_id, start, items)
    SELECT ${jobId}, min(position), json_agg(json_build_array(event_id, version, status) ORDER BY position)
    FROM (${numbered}) AS numbered GROUP BY position / ${JOB_CHUNK}::integer`);
}

/** Copies a frozen selection into a job: the selection may expire before the job ends. */
export async function insertSelectedItems(
  tx: Database,
  jobId: string,
  selectionId: string,
  status: Status,
): Promise<void> {
  await insertSelected(
    tx,
    jobId,
    sql`SELECT row_number() OVER (ORDER BY event_id) - 1 AS position, event_id, version,
        ${statusCodes.encode(status)}::integer AS status
      FROM ${selectionEvents} WHERE ${selectionEvents.selectionId} = ${selectionId}`,
  );
}

/** The events that a change has changed, to be given their own earlier statuses by a job. */
export async function insertUndoItems(tx: Database, jobId: string, changeId: string): Promise<void> {
  await insertSelected(
    tx,
    jobId,
    sql`SELECT row_number() OVER (ORDER BY id) - 1 AS position, event_id, version, from_status AS status
      FROM ${statusChanges} WHERE ${statusChanges.changeId} = ${changeId}`,
  );
}

const itemConditions = (jobId: string, { outcome, writeState }: JobItemFilter) =>
  and(
    eq(jobItems.jobId, jobId),
    outcome && eq(jobItems.outcome, outcome),
    writeState && eq(statusChanges.writeState, writeState),
  );

/** What the change of a job did to the event of an item. */
const ofItem = and(eq(statusChanges.changeId, jobs.changeId), eq(statusChanges.eventId, jobItems.eventId));

/** Events of an earlier job with what they are now, to be given the status after all. */
export async function insertRepeatedItems(
  tx: Database,
  jobId: string,
  { repeats, status, ...filter }: { readonly repeats: string; readonly status: Status } & JobItemFilter,
): Promise<void> {
  await insertSelected(
    tx,
    jobId,
    sql`SELECT row_number() OVER (ORDER BY ${jobItems.position}) - 1 AS position,
        ${jobItems.eventId} AS event_id, ${events.version} AS version,
        ${statusCodes.encode(status)}::integer AS status
      FROM ${jobItems} JOIN ${jobs} ON ${jobs.id} = ${jobItems.jobId}
        JOIN ${events} ON ${events.id} = ${jobItems.eventId} LEFT JOIN ${statusChanges} ON ${ofItem}
      WHERE ${itemConditions(repeats, filter)}`,
  );
}

/** Counts what a job is to change and notes the number in it. */
export async function countItems(tx: Database, jobId: string): Promise<number> {
  const [row] = await tx
    .select({ total: sql<string>`coalesce(sum(json_array_length(${jobChunks.items})), 0)` })
    .from(jobChunks)
    .where(eq(jobChunks.jobId, jobId));
  const total = Number(row?.total ?? 0);
  await tx.update(jobs).set({ total }).where(eq(jobs.id, jobId));
  return total;
}

/** The events at a position; none at the end. */
export async function findChunk(tx: Database, jobId: string, start: number): Promise<Item[]> {
  const [row] = await tx
    .select({ items: jobChunks.items })
    .from(jobChunks)
    .where(and(eq(jobChunks.jobId, jobId), eq(jobChunks.start, start)));
  return (row?.items ?? []).map(([eventId, version, status]) => ({
    eventId,
    version,
    status: statusCodes.decode(status),
  }));
}

const withChange = (db: Database) =>
  db.select({ job: jobs, change: changes }).from(jobs).innerJoin(changes, eq(changes.id, jobs.changeId));

export async function findJob(db: Database, id: string): Promise<JobWithChange | null> {
  const [row] = await withChange(db).where(eq(jobs.id, id));
  return row ?? null;
}

export async function findJobOfChange(db: Database, changeId: string): Promise<JobWithChange | null> {
  const [row] = await withChange(db).where(eq(jobs.changeId, changeId));
  return row ?? null;
}

/**
 * Jobs that have not ended, which need somebody however many came after them, and then of those that have, the latest to
 * end first, so many, and every one that waits for its cloud.
 */
export async function listJobs(db: Database, mostEnded: number): Promise<JobWithChange[]> {
  const latestFirst = [sql`${jobs.finishedAt} DESC NULLS FIRST`, desc(jobs.createdAt), desc(jobs.id)];
  const ended = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(isNotNull(jobs.finishedAt))
    .orderBy(...latestFirst)
    .limit(mostEnded);
  const unwritten = db
    .select({ id: statusChanges.changeId })
    .from(statusChanges)
    .where(isNotNull(statusChanges.dueAt));
  return withChange(db)
    .where(or(isNull(jobs.finishedAt), inArray(jobs.id, ended), inArray(jobs.changeId, unwritten)))
    .orderBy(...latestFirst);
}

/** Locks the job, so that a pause and the next chunk wait for each other. */
export async function lockJob(tx: Database, id: string): Promise<JobWithChange | null> {
  const [row] = await withChange(tx).where(eq(jobs.id, id)).for("update", { of: jobs });
  return row ?? null;
}

/** Jobs with something to do, the oldest first. */
export async function runnableJobs(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(inArray(jobs.state, ["queued", "running"]))
    .orderBy(asc(jobs.createdAt), asc(jobs.id));
  return rows.map(({ id }) => id);
}

export async function updateJob(
  tx: Database,
  id: string,
  set: { state?: JobState; position?: number; finishedAt?: Date | null; problem?: string | null },
): Promise<void> {
  await tx.update(jobs).set(set).where(eq(jobs.id, id));
}

export type JobItemFilter = {
  readonly outcome?: StatusOutcome | undefined;
  readonly writeState?: NonNullable<WriteState> | undefined;
};

/** What became of a job's events, here and in the cloud, from a position on. */
export async function jobItemsFrom(
  db: Database,
  jobId: string,
  { position, limit }: { readonly position: number; readonly limit: number },
  filter: JobItemFilter,
) {
  return db
    .select({
      position: jobItems.position,
      eventId: jobItems.eventId,
      title: eventDetails.title,
      outcome: jobItems.outcome,
      writeState: statusChanges.writeState,
      message: sql<string | null>`coalesce(${statusChanges.message}, ${jobItems.message})`,
    })
    .from(jobItems)
    .innerJoin(jobs, eq(jobs.id, jobItems.jobId))
    .leftJoin(statusChanges, ofItem)
    .leftJoin(eventDetails, eq(eventDetails.eventId, jobItems.eventId))
    .where(and(itemConditions(jobId, filter), gte(jobItems.position, position)))
    .orderBy(asc(jobItems.position))
    .limit(limit);
}

export async function insertOutcomes(tx: Database, rows: readonly JobItemRow[]): Promise<void> {
  await bulkWrite(tx, jobItems, rows, [jobItems.jobId, jobItems.position]);
}

/** How many events of each job have which outcome so far. */
export async function countOutcomes(
  db: Database,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, Job["counts"]>> {
  const rows = await db
    .select({ jobId: jobItems.jobId, outcome: jobItems.outcome, count: count() })
    .from(jobItems)
    .where(inArray(jobItems.jobId, textList(jobIds)))
    .groupBy(jobItems.jobId, jobItems.outcome);
  const none = { changed: 0, unchanged: 0, conflict: 0, "not-found": 0 };
  const counts = new Map(jobIds.map((id) => [id, none]));
  for (const { jobId, outcome, count } of rows) {
    counts.set(jobId, { ...(counts.get(jobId) ?? none), [outcome]: count });
  }
  return counts;
}

/** Forgets the events of jobs that ended before `before`; the record of what they changed stays. */
export async function removeOldItems(db: Database, before: Date): Promise<void> {
  const old = db.select({ id: jobs.id }).from(jobs).where(lt(jobs.finishedAt, before));
  await db.delete(jobItems).where(inArray(jobItems.jobId, old));
  await db.delete(jobChunks).where(inArray(jobChunks.jobId, old));
}
