import type { StatusChangeResponse } from "@/lib/api/status-change";
import type { ActivityEntry } from "@/lib/server/activity/append-activity";
import type { Database } from "@/lib/server/db/database";
import { findJobOfChange, lockJob } from "@/lib/server/db/queries/jobs";
import {
  type ChangeRow,
  findUndone,
  holdQueued,
  lockChange,
  statusChangesOf,
} from "@/lib/server/db/queries/status-change-rows";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { type ApplyDeps, applyStatus } from "./apply-status";
import { cancelJob } from "./cancel-job";
import { jobEntry } from "./job-entry";
import { applied, insertOnce, newChange } from "./new-change";
import type { Requester } from "./requester";
import { startJob } from "./start-job";

/** What the cloud is told with the earlier status. */
const NOTE = "Undo";

/** @throws ProblemError not-found, conflict */
async function lockUndoable(tx: Database, changeId: string): Promise<ChangeRow> {
  const change = await lockChange(tx, changeId);
  if (change === null) throw new ProblemError("not-found", `There is no change ${changeId}.`);
  if (!(await findUndone(tx, [changeId])).has(changeId)) return change;
  throw new ProblemError("conflict", "This change has been taken back already.");
}

/**
 * Nothing more of the change is made or sent while it is being taken back.
 * @returns what is to be recorded: the end of the bulk change that was still making it.
 */
async function stopChange(
  tx: Database,
  change: ChangeRow,
  requester: Requester,
  at: Date,
): Promise<ActivityEntry[]> {
  const found = await findJobOfChange(tx, change.id);
  // Locked, it cannot end in the meantime: one that ended is not cancelled.
  const job = found && (await lockJob(tx, found.job.id));
  const running = job?.job.finishedAt === null ? job : null;
  if (running) await cancelJob(tx, running, at);
  await holdQueued(tx, change.id, null);
  return running ? [jobEntry(running, "job.cancelled", requester, at)] : [];
}

/**
 * Takes a change back, as a change of its own: every event gets the status that it had before. What was not
 * sent to a cloud yet is not sent any more. Events that somebody changed since are left alone and told.
 * @throws ProblemError not-found, conflict
 */
export async function undoStatus(
  deps: ApplyDeps & Pick<Deps, "database">,
  requester: Requester,
  changeId: string,
): Promise<StatusChangeResponse> {
  const { database } = deps;
  const undo: ChangeRow = { ...newChange(deps, requester), note: NOTE, undoes: changeId };
  const prepare = async (tx: Database) => {
    const change = await lockUndoable(tx, changeId);
    return stopChange(tx, change, requester, undo.at);
  };
  if (await isBulk(database, changeId)) {
    return startJob(deps, undo, { kind: "undo", from: { undoOf: changeId } }, prepare);
  }
  return database.transaction(async (tx) => {
    await prepare(tx);
    await insertOnce(tx, undo);
    const rows = await statusChangesOf(tx, changeId);
    const items = rows.map((row) => ({ eventId: row.eventId, version: row.version, status: row.from }));
    return applied(deps, undo, await applyStatus(tx, deps, undo, items));
  });
}

/** A change that a job made is taken back by one: it may still be growing. */
async function isBulk(database: Database, changeId: string): Promise<boolean> {
  return (await findJobOfChange(database, changeId)) !== null;
}
