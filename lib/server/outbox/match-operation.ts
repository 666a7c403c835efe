import type { StatusChangeRow } from "@/lib/server/db/queries/status-targets";
import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** What was known of the event before a change was noticed in the cloud. */
export type KnownBefore = {
  /** Its earlier changes. */
  readonly earlier: readonly StatusChangeRow[];
  /** When the cloud's status was read back last; null where it never was. */
  readonly checkedAt: Date | null;
};

/** The cloud counts in seconds, and its clock is not ours. */
const CLOCK_SKEW_MS = 60_000;

/** The cloud has told when the operation was. */
export const isDated = ({ at }: CloudOperationRecord): boolean => Date.parse(at) > 0;

/** When an operation was: as the cloud tells it, else when it was noticed. */
export function timeOf(operation: CloudOperationRecord | null, noticed: Date): Date {
  return operation !== null && isDated(operation) ? new Date(operation.at) : noticed;
}

const wordOf = ({ changeId, cloudWord, to }: StatusChangeRow) => (changeId === null ? (cloudWord ?? to) : to);

/** Nothing more is to be found out about the change: it is ours, or the cloud has told who it was. */
const isAttributed = ({ changeId, dueAt, actorId, origin }: StatusChangeRow) =>
  changeId !== null || (dueAt === null && (actorId !== null || origin === "cloud-system"));

/** Whether the operation is the cloud's record of a change whose author is known. */
export function isRecordOf(operation: CloudOperationRecord, row: StatusChangeRow): boolean {
  if (!isAttributed(row) || wordOf(row) !== operation.to) return false;
  const at = Date.parse(operation.at);
  if (row.changeId !== null) {
    return row.sends > 0 && row.cloudNote === operation.note && at >= row.at.getTime() - CLOCK_SKEW_MS;
  }
  if (isDated(operation)) return at === row.at.getTime();
  const userId = operation.origin === "cloud-system" ? null : operation.userId;
  return row.actorId === userId && row.note === operation.note;
}

/** What was done in the cloud since its status was known last: since a change there, a call of ours or a look. */
function since({ earlier, checkedAt }: KnownBefore): number {
  const known = earlier.filter(({ changeId, sends }) => changeId === null || sends > 0);
  const latest = Math.max(checkedAt?.getTime() ?? 0, ...known.map(({ at }) => at.getTime()));
  return latest - CLOCK_SKEW_MS;
}

/**
 * The operation that made a change which was noticed in the cloud; null where its history does not tell (yet). The same
 * status may have been set before, so it must have come since the cloud's status was known last, from the status that
 * the cloud had then, and be the record of no other change.
 * @param change its `expected` is what the cloud had before.
 * @param operations newest first.
 */
export function operationOf(
  change: StatusChangeRow,
  before: KnownBefore,
  operations: readonly CloudOperationRecord[],
): CloudOperationRecord | null {
  const from = since(before);
  const recent = operations.filter(
    (operation) =>
      (!isDated(operation) || Date.parse(operation.at) > from) &&
      !before.earlier.some((row) => isRecordOf(operation, row)),
  );
  const follows = (operation: CloudOperationRecord) =>
    operation.from === null ||
    change.expected === null ||
    operation.from === change.expected ||
    recent.some((other) => other !== operation && other.to === operation.from);
  const fitting = recent.filter((operation) => operation.to === wordOf(change) && follows(operation));
  const dated = fitting.filter(isDated);
  const noticed = change.at.getTime() + CLOCK_SKEW_MS;
  const inTime = dated.find(({ at }) => Date.parse(at) <= noticed);
  return inTime ?? dated.at(-1) ?? fitting[0] ?? null;
}
