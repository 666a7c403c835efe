import { appendActivity } from "@/lib/server/activity/append-activity";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { advanceWrites, type DueWrite } from "@/lib/server/db/queries/outbox";
import type { ConnectedCloud } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import type { CloudOperationRecord } from "@/lib/server/sources/source";
import { backoff } from "@/lib/server/sync/backoff";
import { cloudActor } from "./cloud-actor";
import type { OutboxOptions } from "./outbox";

/** Tries to find out who it was; then the change is recorded without a name. */
const TRIES = 3;

type Asked = { readonly cloud: ConnectedCloud; readonly signal: AbortSignal };

/**
 * Finds out who changed a status in the cloud, and records it. The sync has noticed the change and noted it;
 * the cloud's user is told by its own history only.
 */
export async function attributeChange(
  options: Pick<OutboxOptions, "clock" | "database" | "random">,
  { change, event }: DueWrite,
  asked: Asked | null,
): Promise<void> {
  const { clock, database, random } = options;
  let operation: CloudOperationRecord | null = null;
  try {
    operation = asked === null ? null : await findOperation(asked, { change, event });
  } catch (error) {
    if (!(error instanceof CloudError) || asked?.signal.aborted) throw error;
    const failures = change.failures + 1;
    if (failures < TRIES) {
      const dueAt = new Date(clock().getTime() + backoff(failures, random, error.facts.retryAfterMs ?? null));
      await advanceWrites(database, [change.id], null, { failures, dueAt });
      return;
    }
  }
  const { activityActor, row } = cloudActor(operation);
  await database.transaction(async (tx) => {
    const at = operation === null ? change.at : new Date(operation.at);
    const noted = await advanceWrites(tx, [change.id], null, { ...row, at, dueAt: null });
    if (noted.size === 0) return;
    await appendActivity(tx, {
      at: clock(),
      actor: activityActor,
      action: "status.changed-in-cloud",
      subject: event.id,
      source: event.source,
      from: change.from,
      to: change.to,
      details: { at: at.toISOString(), ...(row.note === null ? {} : { note: row.note }) },
      address: null,
    });
  });
}

/** The newest operation that led to the status. @throws CloudError */
async function findOperation({ cloud, signal }: Asked, { change, event }: DueWrite) {
  const { readHistory } = SOURCES[event.source];
  if (readHistory === null) return null;
  const operations = await readHistory(cloud.client, { event }, signal, "background");
  return operations.find((operation) => operation.to === change.to) ?? null;
}
