import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { Database } from "@/lib/server/db/database";
import { advanceWrites, type DueWrite, takeForSending } from "@/lib/server/db/queries/outbox";
import {
  lockStatusTargets,
  type StatusTargets,
  updateStatuses,
} from "@/lib/server/db/queries/status-targets";
import type { ConnectedCloud } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import { logOwnError, noteFailure } from "./note-progress";
import type { OutboxOptions } from "./outbox";
import { type SettledWrite, settleWrites } from "./settle-writes";

/** When to look after a call whose end nobody noted, because the process died; milliseconds. */
const FORGOTTEN_MS = 5_000;

/** Sends writes in batches of one source, group, status and note each. */
export async function sendWrites(
  options: OutboxOptions,
  cloud: ConnectedCloud,
  writes: readonly DueWrite[],
  signal: AbortSignal,
): Promise<void> {
  for (const batch of batchesOf(writes)) {
    signal.throwIfAborted();
    await sendBatch(options, cloud, batch, signal);
  }
}

function batchesOf(writes: readonly DueWrite[]): DueWrite[][] {
  const groups = new Map<string, DueWrite[]>();
  for (const write of writes) {
    const { change, event } = write;
    const group = SOURCES[event.source].statusWriter?.groupOf(event.upstreamKey) ?? "";
    const key = JSON.stringify([event.source, group, change.to, change.cloudNote]);
    groups.set(key, [...(groups.get(key) ?? []), write]);
  }
  return [...groups.values()].flatMap((group) => {
    const size = group[0] ? (SOURCES[group[0].event.source].statusWriter?.batchSize ?? 1) : 1;
    const count = Math.ceil(group.length / size);
    return Array.from({ length: count }, (_, index) => group.slice(index * size, (index + 1) * size));
  });
}

/**
 * Makes one call. That it is about to be made is stored before: whoever finds it afterwards looks at the cloud
 * first. What was taken back meanwhile is left out.
 */
async function sendBatch(
  options: OutboxOptions,
  cloud: ConnectedCloud,
  batch: readonly DueWrite[],
  signal: AbortSignal,
): Promise<void> {
  const { database, clock } = options;
  const taken = await takeBatch(options, batch);
  const first = taken[0];
  const writer = first ? SOURCES[first.event.source].statusWriter : null;
  if (!first || !writer) return;
  const { to, cloudNote } = first.change;
  try {
    await writer.write(
      cloud.client,
      {
        group: writer.groupOf(first.event.upstreamKey),
        upstreamIds: taken.map(({ event }) => event.upstreamId ?? ""),
        status: to,
        note: cloudNote ?? "",
      },
      signal,
    );
  } catch (error) {
    if (signal.aborted) throw error;
    logOwnError(options.log, error, cloud.config.id);
    return noteFailedBatch(options, cloud, taken, error);
  }
  const ids = taken.map(({ change }) => change.id);
  const answered = { acknowledged: true, failures: 0, failingSince: null };
  await advanceWrites(database, ids, "sent", { ...answered, dueAt: clock() });
}

async function takeBatch(
  { database, clock }: OutboxOptions,
  batch: readonly DueWrite[],
): Promise<DueWrite[]> {
  return database.transaction(async (tx) => {
    const targets = await lockStatusTargets(
      tx,
      batch.map(({ event }) => event.id),
    );
    const now = clock();
    const ids = await takeForSending(
      tx,
      batch.map(({ change }) => change),
      now,
      new Date(now.getTime() + FORGOTTEN_MS),
    );
    const taken = batch.filter(({ change }) => ids.has(change.id));
    await showState(
      tx,
      targets,
      taken.filter(({ change }) => change.writeState === "queued"),
      "sent",
    );
    return taken;
  });
}

async function noteFailedBatch(
  options: OutboxOptions,
  cloud: ConnectedCloud,
  batch: readonly DueWrite[],
  error: unknown,
): Promise<void> {
  const throttled = error instanceof CloudError && error.kind === "throttled";
  const settled: SettledWrite[] = [];
  const unsent: DueWrite[] = [];
  for (const write of batch) {
    const failed = await noteFailure(options, cloud, write, error, "write");
    const sent = { ...write, change: { ...write.change, writeState: "sent" as const } };
    if (failed !== null) settled.push({ write: sent, judgement: failed });
    else if (throttled) unsent.push(write);
  }
  await settleWrites(options, settled);
  await options.database.transaction(async (tx) => {
    const ids = unsent.map(({ event }) => event.id);
    await showState(tx, await lockStatusTargets(tx, ids), unsent, "queued");
  });
}

/** Lets events of a change on its way show how far it is. */
async function showState(
  tx: Database,
  targets: StatusTargets,
  writes: readonly DueWrite[],
  writeState: "queued" | "sent",
): Promise<void> {
  const updates = writes.flatMap(({ event }) => {
    const target = targets.get(event.id);
    if (target?.writeState !== "queued" && target?.writeState !== "sent") return [];
    return [{ ...target, writeState, version: target.version + 1 }];
  });
  await updateStatuses(tx, updates);
}
