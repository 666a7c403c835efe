import { nanoid } from "nanoid";
import type { JobKind } from "@/lib/api/jobs";
import type { StatusChangeResponse } from "@/lib/api/status-change";
import type { Status } from "@/lib/events/status";
import { type ActivityEntry, appendActivities } from "@/lib/server/activity/append-activity";
import type { Database } from "@/lib/server/db/database";
import {
  countItems,
  insertJob,
  insertListedItems,
  insertRepeatedItems,
  insertSelectedItems,
  insertUndoItems,
  type JobItemFilter,
} from "@/lib/server/db/queries/jobs";
import type { ChangeRow } from "@/lib/server/db/queries/status-change-rows";
import type { Deps } from "@/lib/server/deps";
import { insertOnce, recordedAuthor } from "./new-change";
import type { StatusItem } from "./plan-status";

export type JobInput = {
  readonly kind: JobKind;
  readonly from:
    | { readonly items: readonly StatusItem[] }
    | { readonly selectionId: string; readonly status: Status }
    | ({ readonly repeats: string; readonly status: Status } & JobItemFilter)
    | { readonly undoOf: string };
};

async function storeItems(tx: Database, jobId: string, from: JobInput["from"]): Promise<void> {
  if ("items" in from) await insertListedItems(tx, jobId, from.items);
  else if ("repeats" in from) await insertRepeatedItems(tx, jobId, from);
  else if ("undoOf" in from) await insertUndoItems(tx, jobId, from.undoOf);
  else await insertSelectedItems(tx, jobId, from.selectionId, from.status);
}

/** Accepts a bulk change: everything it needs is stored, and a process that leads carries it out. */
export async function startJob(
  deps: Pick<Deps, "database">,
  change: ChangeRow,
  { kind, from }: JobInput,
  /** Runs first, in the same transaction; what it did is recorded before the start. */
  prepare: (tx: Database) => Promise<readonly ActivityEntry[]> = async () => [],
): Promise<StatusChangeResponse> {
  const jobId = nanoid();
  return deps.database.transaction(async (tx) => {
    const before = await prepare(tx);
    await insertOnce(tx, change);
    await insertJob(tx, {
      id: jobId,
      kind,
      state: "queued",
      changeId: change.id,
      createdAt: change.at,
      total: 0,
    });
    await storeItems(tx, jobId, from);
    const total = await countItems(tx, jobId);
    const started: ActivityEntry = {
      at: change.at,
      ...recordedAuthor(change),
      action: "job.started",
      subject: jobId,
      to: change.status,
      details: { kind, total, changeId: change.id, ...(change.note === null ? {} : { note: change.note }) },
    };
    await appendActivities(tx, [...before, started]);
    return { kind: "job", changeId: change.id, jobId, total };
  });
}
