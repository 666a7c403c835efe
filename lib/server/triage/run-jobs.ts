import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Sleep } from "@/lib/server/clouds/sleep";
import type { Database } from "@/lib/server/db/database";
import { databaseTrouble } from "@/lib/server/db/database-trouble";
import {
  findChunk,
  insertOutcomes,
  type JobWithChange,
  lockJob,
  removeOldItems,
  runnableJobs,
  updateJob,
} from "@/lib/server/db/queries/jobs";
import type { Deps } from "@/lib/server/deps";
import { type ApplyDeps, applyStatus } from "./apply-status";
import { recordedAuthor } from "./new-change";

type JobDeps = ApplyDeps & Pick<Deps, "database" | "log">;

/** How soon a new job is noticed; milliseconds. */
const POLL_MS = 500;
/** Chunks of one job that may fail in a row, before it is given up: by what no time mends. */
const MOST_FAILURES = 5;
/** What became of each event is kept for so long; the record of the changes stays for ever. */
const KEEP_ITEMS_MS = 30 * 86_400_000;
const CLEAN_EVERY_MS = 3_600_000;

/** Carries out bulk changes until the signal fires. Run it in one process at a time. Never throws. */
export async function runJobs(deps: JobDeps, sleep: Sleep, signal: AbortSignal): Promise<void> {
  const failures = new Map<string, number>();
  let cleanedAt = 0;
  while (!signal.aborted) {
    let worked = false;
    try {
      if (deps.clock().getTime() - cleanedAt > CLEAN_EVERY_MS) {
        cleanedAt = deps.clock().getTime();
        await removeOldItems(deps.database, new Date(cleanedAt - KEEP_ITEMS_MS));
      }
      for (const id of await runnableJobs(deps.database)) {
        if (signal.aborted) return;
        worked = (await tryChunk(deps, id, failures)) || worked;
      }
    } catch (error) {
      if (!signal.aborted) deps.log.error({ err: error }, "The bulk changes could not be read");
    }
    if (!worked) await sleep(POLL_MS, signal).catch(() => {});
  }
}

/** @returns whether there may be more to do at once. */
async function tryChunk(deps: JobDeps, id: string, failures: Map<string, number>): Promise<boolean> {
  try {
    await runJobChunk(deps, id);
    failures.delete(id);
    return true;
  } catch (error) {
    // Nobody should have to resume what can go on as soon as the database does.
    const count = (failures.get(id) ?? 0) + (databaseTrouble(error) === null ? 1 : 0);
    failures.set(id, count);
    deps.log.error({ err: error, job: id, failures: count }, "A part of a bulk change failed");
    if (count < MOST_FAILURES) return false;
    failures.delete(id);
    const problem = "It stopped because this server failed several times; see its log. Resume it to go on.";
    await updateJob(deps.database, id, { state: "failed", problem });
    return false;
  }
}

/**
 * Changes the next events of a job, and notes what became of each, in one transaction: after a crash the job
 * goes on exactly where it was.
 */
export async function runJobChunk(deps: JobDeps, jobId: string): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const found = await lockJob(tx, jobId);
    if (!found || (found.job.state !== "queued" && found.job.state !== "running")) return;
    const { job, change } = found;
    const items = await findChunk(tx, jobId, job.position);
    if (items.length === 0) return finish(tx, deps, found);
    const results = await applyStatus(tx, deps, change, items);
    const outcomes = results.map(({ eventId, outcome, message }, index) => ({
      jobId,
      position: job.position + index,
      eventId,
      outcome,
      message,
    }));
    await insertOutcomes(tx, outcomes);
    await updateJob(tx, jobId, { state: "running", position: job.position + items.length, problem: null });
  });
}

async function finish(tx: Database, { clock }: JobDeps, { job, change }: JobWithChange): Promise<void> {
  const at = clock();
  await updateJob(tx, job.id, { state: "done", finishedAt: at });
  await appendActivity(tx, {
    at,
    ...recordedAuthor(change),
    action: "job.finished",
    subject: job.id,
    to: change.status,
    details: { kind: job.kind, total: job.total, changeId: change.id },
    address: null,
  });
}
