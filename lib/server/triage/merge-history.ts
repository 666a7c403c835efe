import type { HistoryItem } from "@/lib/api/event-detail";
import type { StatusChangeRow } from "@/lib/server/db/queries/status-targets";
import { isRecordOf, operationOf, timeOf } from "@/lib/server/outbox/match-operation";
import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** An item whose cloud record is JSON text, exactly as it came; how many events a change has is not told yet. */
export type HistoryEntry = Omit<HistoryItem, "raw"> & { readonly raw: string | null };

/**
 * Our record and the cloud's in one line of time, newest first. What the cloud has recorded of a change that
 * we know is shown once, with the cloud's record in it; what only one of both knows is shown, too.
 */
export function mergeHistory(
  rows: readonly StatusChangeRow[],
  operations: readonly CloudOperationRecord[],
): HistoryEntry[] {
  const left = new Set(operations);
  const found = new Map<number, CloudOperationRecord>();
  const take = (row: StatusChangeRow, operation: CloudOperationRecord | null | undefined) => {
    if (!operation) return;
    left.delete(operation);
    found.set(row.id, operation);
  };
  for (const row of rows)
    take(
      row,
      [...left].find((operation) => isRecordOf(operation, row)),
    );
  // What is left may be of changes whose author is not known (yet).
  for (const row of rows.filter(({ id, changeId }) => changeId === null && !found.has(id))) {
    const earlier = rows.filter(({ id }) => id < row.id);
    take(row, operationOf(row, { earlier, checkedAt: null }, [...left]));
  }
  const known = rows.map((row) => ourEntry(row, found.get(row.id) ?? null));
  return [...known, ...[...left].map(cloudEntry)].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
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
    const at = timeOf(operation, row.at).toISOString();
    return { ...cloudEntry(operation), ...shared, at, from: operation.from ?? row.from, to: operation.to };
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
