import type { Database } from "@/lib/server/db/database";
import { type JobWithChange, updateJob } from "@/lib/server/db/queries/jobs";
import { holdQueued } from "@/lib/server/db/queries/status-change-rows";

/**
 * Ends a bulk change where it is; its row has to be locked. What it has changed stays. What an unfinished undo has not
 * reached goes its way after all.
 */
export async function cancelJob(tx: Database, { job, change }: JobWithChange, at: Date): Promise<void> {
  await updateJob(tx, job.id, { state: "cancelled", finishedAt: at, problem: null });
  if (change.undoes !== null) await holdQueued(tx, change.undoes, at);
}
