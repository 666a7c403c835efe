import type { Job, JobItemList } from "@/lib/api/jobs";
import { verdictSchema } from "@/lib/events/value-schemas";
import {
  countOutcomes,
  findJob,
  type JobItemFilter,
  type JobWithChange,
  jobItemsFrom,
  listJobs,
} from "@/lib/server/db/queries/jobs";
import { countWrites, findUndone } from "@/lib/server/db/queries/status-change-rows";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";

const NO_WRITES = { queued: 0, sent: 0, verified: 0, overtaken: 0, failed: 0 };
const NO_OUTCOMES = { changed: 0, unchanged: 0, conflict: 0, "not-found": 0 };

async function describeJobs(
  { database }: Pick<Deps, "database">,
  found: readonly JobWithChange[],
): Promise<Job[]> {
  if (found.length === 0) return [];
  const outcomes = await countOutcomes(
    database,
    found.map(({ job }) => job.id),
  );
  const changeIds = found.map(({ change }) => change.id);
  const writes = await countWrites(database, changeIds);
  const undone = await findUndone(database, changeIds);
  return found.map(({ job, change }) => ({
    id: job.id,
    kind: job.kind,
    state: job.state,
    changeId: change.id,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
    actor: { kind: "user", id: change.actorId, name: change.actorName },
    status: change.status,
    note: change.note,
    reason: verdictSchema.safeParse(change.reason).data ?? null,
    total: job.total,
    done: job.position,
    counts: outcomes.get(job.id) ?? NO_OUTCOMES,
    writes: writes.get(change.id) ?? NO_WRITES,
    undone: undone.has(change.id),
    problem: job.problem,
  }));
}

/** The bulk changes that have not ended, newest first, then so many of those that have, and those that wait for a cloud. */
export async function readJobs(deps: Pick<Deps, "database">, mostEnded: number): Promise<Job[]> {
  return describeJobs(deps, await listJobs(deps.database, mostEnded));
}

/** @throws ProblemError not-found */
export async function readJob(deps: Pick<Deps, "database">, jobId: string): Promise<Job> {
  const found = await findJob(deps.database, jobId);
  const [job] = await describeJobs(deps, found === null ? [] : [found]);
  if (job) return job;
  throw new ProblemError("not-found", `There is no bulk change ${jobId}.`);
}

type ItemQuery = JobItemFilter & { readonly limit: number; readonly cursor: string | undefined };

/** What became of a job's events, in their order. @throws ProblemError not-found, invalid-request */
export async function readJobItems(
  deps: Pick<Deps, "database">,
  jobId: string,
  { limit, cursor, ...filter }: ItemQuery,
): Promise<JobItemList> {
  await readJob(deps, jobId);
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) {
    const message = "This is no cursor. Use the nextCursor of the page before.";
    throw invalidRequest([{ field: "cursor", message }]);
  }
  const from = { position: Number(cursor ?? 0), limit: limit + 1 };
  const rows = await jobItemsFrom(deps.database, jobId, from, filter);
  const next = rows[limit];
  return {
    items: rows.slice(0, limit).map(({ position: _, ...item }) => item),
    nextCursor: next ? String(next.position) : null,
  };
}
