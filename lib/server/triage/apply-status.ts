import type { StatusResult } from "@/lib/api/status-change";
import { isClosing } from "@/lib/events/status";
import { type ActivityEntry, appendActivities } from "@/lib/server/activity/append-activity";
import type { Database } from "@/lib/server/db/database";
import {
  type ChangeRow,
  dropQueued,
  insertStatusChanges,
  type NewStatusChange,
} from "@/lib/server/db/queries/status-change-rows";
import {
  lockStatusTargets,
  type StatusTarget,
  type StatusUpdate,
  updateStatuses,
} from "@/lib/server/db/queries/status-targets";
import type { Deps } from "@/lib/server/deps";
import { cloudNote } from "@/lib/server/outbox/cloud-note";
import { SOURCES } from "@/lib/server/sources/registry";
import { gatherPlans, type Planned } from "./gather-plans";
import { recordedAuthor } from "./new-change";
import type { StatusItem, StatusPlan } from "./plan-status";
import { changeMessage, statusResult, writeStateAfter } from "./status-result";

export type ApplyDeps = Pick<Deps, "clock" | "clouds" | "undoDelayMs">;

const REPLACED = "Replaced by a later change before it was sent.";

/**
 * Carries a change out for some events: their status, the record of it, what a cloud has to be told, and the
 * activity, all in the transaction that is passed. Call it last in that transaction.
 */
export async function applyStatus(
  tx: Database,
  deps: ApplyDeps,
  change: ChangeRow,
  items: readonly StatusItem[],
): Promise<StatusResult[]> {
  const targets = await lockStatusTargets(
    tx,
    items.map((item) => item.eventId),
  );
  const planned = await gatherPlans(tx, deps, items, targets, change.undoes);
  await storeChanges(tx, deps, change, planned.flatMap(toBeChanged));
  return planned.map(({ item, target, plan }) => statusResult(item, target, plan));
}

type ToBeChanged = Pick<Planned, "item" | "underWay"> & {
  readonly target: StatusTarget;
  readonly plan: Extract<StatusPlan, { kind: "change" }>;
};

function toBeChanged({ item, target, plan, underWay }: Planned): ToBeChanged[] {
  return plan.kind === "change" && target !== null ? [{ item, target, plan, underWay }] : [];
}

async function storeChanges(
  tx: Database,
  deps: ApplyDeps,
  change: ChangeRow,
  planned: readonly ToBeChanged[],
): Promise<void> {
  if (planned.length === 0) return;
  await dropQueued(
    tx,
    planned.map(({ target }) => target.id),
    REPLACED,
  );
  const at = deps.clock();
  await updateStatuses(tx, planned.map(statusUpdate));
  await insertStatusChanges(
    tx,
    planned.map((one) => statusChangeRow(one, change, at, deps.undoDelayMs)),
  );
  await appendActivities(
    tx,
    planned.map((one) => activityOf(one, change, at)),
  );
}

/** The event after its change; the same as {@link statusResult} tells. */
const statusUpdate = ({ item, target, plan }: ToBeChanged): StatusUpdate => ({
  id: target.id,
  status: item.status,
  statusOrigin: plan.statusOrigin,
  writeState: writeStateAfter(plan),
  version: target.version + 1,
});

function statusChangeRow(
  { item, target, plan, underWay }: ToBeChanged,
  change: ChangeRow,
  at: Date,
  undoDelayMs: number,
): NewStatusChange {
  const { statusWriter } = SOURCES[target.source];
  const writes = plan.cloud === "write" && statusWriter !== null;
  return {
    at,
    eventId: target.id,
    version: target.version + 1,
    from: target.status,
    to: item.status,
    fromOrigin: target.statusOrigin,
    changeId: change.id,
    actorKind: "user",
    actorId: change.actorId,
    actorName: change.actorName,
    note: change.note,
    reason: isClosing(item.status) ? change.reason : null,
    origin: change.origin,
    writeState: plan.cloud !== "write" || writes ? writeStateAfter(plan) : null,
    message: changeMessage(plan),
    dueAt: writes ? new Date(at.getTime() + undoDelayMs) : null,
    expected: writes ? (underWay ?? target.cloudStatus) : null,
    cloudWord: writes && underWay === null ? target.cloudWord : null,
    cloudNote: writes ? cloudNote(change.actorName, change.note, statusWriter.longestNote) : null,
  };
}

function activityOf({ item, target }: ToBeChanged, change: ChangeRow, at: Date): ActivityEntry {
  return {
    at,
    ...recordedAuthor(change),
    action: change.undoes === null ? "status.changed" : "status.undone",
    subject: target.id,
    source: target.source,
    from: target.status,
    to: item.status,
    details: {
      changeId: change.id,
      ...(change.undoes === null ? {} : { undoes: change.undoes }),
      ...(change.note === null ? {} : { note: change.note }),
      ...(change.reason === null ? {} : { reason: change.reason }),
    },
  };
}
