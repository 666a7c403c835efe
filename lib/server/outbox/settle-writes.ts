import type { ActivityEntry } from "@/lib/server/activity/append-activity";
import { appendActivities } from "@/lib/server/activity/append-activity";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import {
  advanceWrites,
  type DueWrite,
  expectInstead,
  latestChanges,
  saveCloudStatus,
} from "@/lib/server/db/queries/outbox";
import { insertStatusChanges, type NewStatusChange } from "@/lib/server/db/queries/status-change-rows";
import {
  lockStatusTargets,
  type StatusTarget,
  type StatusUpdate,
  updateStatuses,
} from "@/lib/server/db/queries/status-targets";
import { cloudActor } from "./cloud-actor";
import { overtakenMessage, unknownStatusMessage } from "./cloud-words";
import type { Judgement } from "./judge-write";
import { timeOf } from "./match-operation";

type Final = Extract<Judgement, { kind: "verified" | "overtaken" | "failed" }>;
export type SettledWrite = { readonly write: DueWrite; readonly judgement: Final };

type Outcome = {
  readonly updates: StatusUpdate[];
  readonly rows: NewStatusChange[];
  readonly entries: ActivityEntry[];
};

/**
 * Ends writes: their state, the event's, what the cloud has, and the activity, in one transaction. A write
 * that somebody replaced or took back meanwhile is left as it is.
 */
export async function settleWrites(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  settled: readonly SettledWrite[],
): Promise<void> {
  if (settled.length === 0) return;
  const ids = settled.map(({ write }) => write.event.id);
  await database.transaction(async (tx) => {
    const now = clock();
    const targets = await lockStatusTargets(tx, ids);
    const latest = await latestChanges(tx, ids);
    const outcome: Outcome = { updates: [], rows: [], entries: [] };
    for (const one of settled) {
      const target = targets.get(one.write.event.id);
      if (!target || !(await endWrite(tx, one))) continue;
      await noteCloudStatus(tx, one, now);
      collect(outcome, one, target, latest.get(target.id) === one.write.change.id, now);
    }
    await updateStatuses(tx, outcome.updates);
    await insertStatusChanges(tx, outcome.rows);
    await appendActivities(tx, outcome.entries);
  });
}

async function endWrite(tx: Database, { write: { change }, judgement }: SettledWrite): Promise<boolean> {
  const message = judgement.kind === "overtaken" ? overtakenMessage(judgement) : judgement.message;
  const end = { writeState: judgement.kind, message, dueAt: null };
  return (await advanceWrites(tx, [change.id], change.writeState, end)).size > 0;
}

async function noteCloudStatus(
  tx: Database,
  { write: { change, event }, judgement }: SettledWrite,
  now: Date,
): Promise<void> {
  if (judgement.kind === "verified")
    await saveCloudStatus(tx, event.id, { status: change.to, word: null }, now);
  if (judgement.kind === "overtaken") await saveCloudStatus(tx, event.id, judgement, now);
  if (judgement.kind === "failed") await expectInstead(tx, event.id, change);
}

/** @param speaks this write is the event's latest change, so that the event shows its state. */
function collect(outcome: Outcome, one: SettledWrite, target: StatusTarget, speaks: boolean, now: Date) {
  const { judgement, write } = one;
  const version = target.version + 1;
  if (judgement.kind === "overtaken") {
    if (!speaks) return;
    outcome.updates.push({
      id: target.id,
      status: judgement.status,
      statusOrigin: "cloud",
      writeState: "overtaken",
      version,
    });
    outcome.rows.push({
      at: timeOf(judgement.by, now),
      eventId: target.id,
      version,
      from: target.status,
      to: judgement.status,
      fromOrigin: target.statusOrigin,
      cloudWord: judgement.word,
      message: unknownStatusMessage(judgement.word),
      ...cloudActor(judgement.by).row,
    });
  } else if (speaks) {
    const { id, status, statusOrigin } = target;
    outcome.updates.push({ id, status, statusOrigin, writeState: judgement.kind, version });
  }
  outcome.entries.push(
    ...activities(one, target, now).map((entry) => ({ ...entry, source: write.event.source })),
  );
}

function activities(
  { write: { change }, judgement }: SettledWrite,
  target: StatusTarget,
  now: Date,
): ActivityEntry[] {
  const shared = { subject: target.id, details: { changeId: change.changeId }, address: null };
  switch (judgement.kind) {
    case "verified": {
      const { replaced } = judgement;
      if (replaced === null) return [];
      const { activityActor } = cloudActor(replaced);
      const details = { ...shared.details, at: replaced.at, note: replaced.note, replaced: true };
      return [
        {
          ...shared,
          at: now,
          actor: activityActor,
          action: "status.changed-in-cloud",
          from: replaced.from,
          to: replaced.to,
          details,
        },
      ];
    }
    case "overtaken": {
      const { by, status, word } = judgement;
      const details = {
        ...shared.details,
        ...(by === null ? {} : { at: by.at, note: by.note }),
        ...(word === null ? {} : { cloudWord: word }),
      };
      const actor = cloudActor(by).activityActor;
      return [
        { ...shared, at: now, actor, action: "status.overtaken", from: change.to, to: status, details },
      ];
    }
    case "failed": {
      const details = { ...shared.details, message: judgement.message };
      const actor = { kind: "system" } as const;
      return [
        { ...shared, at: now, actor, action: "status.failed", from: change.from, to: change.to, details },
      ];
    }
  }
}
