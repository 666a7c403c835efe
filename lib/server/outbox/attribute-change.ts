import { appendActivity } from "@/lib/server/activity/append-activity";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { advanceWrites, type DueWrite } from "@/lib/server/db/queries/outbox";
import { statusHistory } from "@/lib/server/db/queries/status-change-rows";
import type { ConnectedCloud } from "@/lib/server/deps";
import { SOURCES } from "@/lib/server/sources/registry";
import type { CloudOperationRecord } from "@/lib/server/sources/source";
import { backoff } from "@/lib/server/sync/backoff";
import { cloudActor } from "./cloud-actor";
import { operationOf, timeOf } from "./match-operation";
import { isGivenUp, logOwnError } from "./note-progress";
import type { OutboxOptions } from "./outbox";
import { isOutage } from "./write-failure";

/** Times that the cloud has not told who it was; then the change is recorded without a name, as of when it was noticed. */
const TRIES = 3;

type Options = Pick<OutboxOptions, "clock" | "database" | "log" | "random">;
type Asked = { readonly cloud: ConnectedCloud; readonly signal: AbortSignal };

/**
 * Finds out who changed a status in the cloud, and records it. The sync has noticed the change and noted it;
 * the cloud's user is told by its own history only.
 * @throws CloudError when the cloud cannot be asked at the moment: see {@link noteUnattributed}.
 */
export async function attributeChange(
  options: Options,
  { change, event }: DueWrite,
  asked: Asked | null,
): Promise<void> {
  const { clock, database, log, random } = options;
  let operation: CloudOperationRecord | null = null;
  try {
    operation = asked === null ? null : await findOperation(options, asked, { change, event });
  } catch (error) {
    if (asked?.signal.aborted || isOutage(error)) throw error;
    logOwnError(log, error, event.connection);
  }
  const looks = change.looks + 1;
  if (operation === null && asked !== null && looks < TRIES) {
    const dueAt = new Date(clock().getTime() + backoff(looks, random));
    await advanceWrites(database, [change.id], null, { looks, failures: 0, failingSince: null, dueAt });
    return;
  }
  const { activityActor, row } = cloudActor(operation);
  await database.transaction(async (tx) => {
    const at = timeOf(operation, change.at);
    const word = change.cloudWord === null ? {} : { cloudWord: change.cloudWord };
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
      details: { at: at.toISOString(), ...word, ...(row.note === null ? {} : { note: row.note }) },
      address: null,
    });
  });
}

/**
 * The cloud could not be asked who it was. That is no answer, so that it is asked again later; after a day the change is
 * recorded without a name.
 */
export async function noteUnattributed(options: Options, write: DueWrite, error: unknown): Promise<void> {
  const { clock, database, random } = options;
  const { id } = write.change;
  const now = clock().getTime();
  if (isGivenUp(write.change, now)) return attributeChange(options, write, null);
  const failures = write.change.failures + 1;
  const hintMs = error instanceof CloudError ? (error.facts.retryAfterMs ?? null) : null;
  const dueAt = new Date(now + backoff(failures, random, hintMs));
  const failingSince = write.change.failingSince ?? new Date(now);
  await advanceWrites(database, [id], null, { failures, failingSince, dueAt });
}

/** @throws CloudError */
async function findOperation(
  { database }: Pick<OutboxOptions, "database">,
  { cloud, signal }: Asked,
  { change, event }: DueWrite,
): Promise<CloudOperationRecord | null> {
  const { readHistory } = SOURCES[event.source];
  if (readHistory === null) return null;
  const operations = await readHistory(cloud.client, { event }, signal, "background");
  const rows = await statusHistory(database, event.id);
  const earlier = rows.filter(({ id }) => id < change.id);
  return operationOf(change, { earlier, checkedAt: event.cloudCheckedAt }, operations);
}
