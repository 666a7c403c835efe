import type { HistoryItem } from "@/lib/api/event-detail";
import type { StatusChangeRow } from "@/lib/server/db/queries/status-targets";
import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** An item whose cloud record is JSON text, exactly as it came; how many events a change has is not told yet. */
export type HistoryEntry = Omit<HistoryItem, "raw"> & { readonly raw: string | null };

/** The cloud counts in seconds, and its clock is not ours. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Our record and the cloud's in one line of time, newest first. What the cloud has recorded of a change that
 * we know is shown once, with the cloud's record in it; what only one of both knows is shown, too.
 */
export function mergeHistory(
  rows: readonly StatusChangeRow[],
  operations: readonly CloudOperationRecord[],
): HistoryEntry[] {
  const left = [...operations];
  const known = rows.map((row) => {
    const index = left.findIndex((operation) => isSame(row, operation));
    const [operation = null] = index < 0 ? [] : left.splice(index, 1);
    return ourEntry(row, operation);
  });
  return [...known, ...left.map(cloudEntry)].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function isSame(row: StatusChangeRow, operation: CloudOperationRecord): boolean {
  if (row.to !== operation.to) return false;
  const at = Date.parse(operation.at);
  if (row.changeId !== null) {
    return row.sends > 0 && row.cloudNote === operation.note && at >= row.at.getTime() - CLOCK_SKEW_MS;
  }
  // Before its author is known, a change carries the time at which it was noticed.
  return row.dueAt === null && row.actorId !== null
    ? at === row.at.getTime()
    : at <= row.at.getTime() + CLOCK_SKEW_MS;
}

function ourEntry(row: StatusChangeRow, operation: CloudOperationRecord | null): HistoryEntry {
  const shared = {
    from: row.from,
    to: row.to,
    reason: row.reason,
    writeState: row.writeState,
    message: row.message,
    changeId: row.changeId,
    changeEvents: null,
    raw: operation?.raw ?? null,
  };
  if (row.changeId === null && operation !== null) {
    // We noticed it over a status that may not have reached the cloud yet: what it came from, the cloud knows.
    return { ...cloudEntry(operation), ...shared, from: operation.from ?? row.from };
  }
  return {
    ...shared,
    at: row.at.toISOString(),
    actor: {
      kind: row.actorKind === "user" || row.actorKind === "cloud-user" ? row.actorKind : "system",
      id: row.actorId ?? "unknown",
      name: row.actorName,
    },
    note: row.note,
    origin: row.origin,
  };
}

function cloudEntry({ userId, ...operation }: CloudOperationRecord): HistoryEntry {
  const kind = operation.origin === "cloud-system" ? ("system" as const) : ("cloud-user" as const);
  return {
    ...operation,
    actor: { kind, id: userId, name: null },
    reason: null,
    writeState: null,
    message: null,
    changeId: null,
    changeEvents: null,
  };
}

/** The status at a moment, out of the whole history (newest first). */
export function statusAt(
  items: readonly HistoryEntry[],
  at: Date,
  now: string,
): { readonly status: string; readonly since: string | null } {
  const moment = at.toISOString();
  const last = items.find((item) => item.at <= moment);
  if (last) return { status: last.to, since: last.at };
  return { status: items.at(-1)?.from ?? now, since: null };
}
