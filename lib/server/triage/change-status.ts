import { isDeepStrictEqual } from "node:util";
import { MOST_EVENTS_AT_ONCE } from "@/lib/api/bulk-limits";
import type { StatusChangeRequest, StatusChangeResponse } from "@/lib/api/status-change";
import { findJobOfChange } from "@/lib/server/db/queries/jobs";
import { type ChangeRow, findChangeByKey, lastDue } from "@/lib/server/db/queries/status-change-rows";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { applyStatus } from "./apply-status";
import { checkPolicy } from "./check-policy";
import { applied, insertOnce, newChange } from "./new-change";
import type { Requester } from "./requester";
import { settledResults } from "./settled-results";
import { startJob } from "./start-job";
import { eventsOnce, requireSelection } from "./status-selection";

/**
 * Sets a status: at once for up to {@link MOST_EVENTS_AT_ONCE} events, by a job for more or for a selection.
 * What was asked for with the same idempotency key before is answered again and not done again.
 * @throws ProblemError invalid-request, not-found (selection), conflict (the key belongs to another change)
 */
export async function changeStatus(
  deps: Deps,
  requester: Requester,
  request: StatusChangeRequest,
): Promise<StatusChangeResponse> {
  const { status, note, reason, idempotencyKey, selectionId } = request;
  if (idempotencyKey !== undefined) {
    const before = await findChangeByKey(deps.database, requester.id, idempotencyKey);
    if (before !== null) return repeatedAnswer(deps, before, request);
  }
  await checkPolicy(deps, request);
  const change: ChangeRow = {
    ...newChange(deps, requester),
    status,
    note: note || null,
    reason: reason ?? null,
    idempotencyKey: idempotencyKey ?? null,
  };
  if (selectionId !== undefined) {
    await requireSelection(deps, requester.id, selectionId);
    return startJob(deps, change, { kind: "status", from: { selectionId, status } });
  }
  const items = eventsOnce(request.events ?? []).map(({ id, version }) => ({ eventId: id, version, status }));
  if (items.length > MOST_EVENTS_AT_ONCE) {
    return startJob(deps, change, { kind: "status", from: { items } });
  }
  return deps.database.transaction(async (tx) => {
    await insertOnce(tx, change);
    const results = await applyStatus(tx, deps, change, items);
    return applied(deps, change, results);
  });
}

/** A key that comes back with another change would have that one answered as done. */
function refuseOtherUse(
  before: ChangeRow,
  { status, note, reason }: StatusChangeRequest,
  same: boolean,
): void {
  const asBefore =
    before.status === status && before.note === (note || null) && before.reason === (reason ?? null);
  if (asBefore && same) return;
  const message = "This key was used for another change. Give every change a key of its own.";
  throw new ProblemError("conflict", message, { errors: [{ field: "idempotencyKey", message }] });
}

async function repeatedAnswer(
  { database }: Deps,
  change: ChangeRow,
  request: StatusChangeRequest,
): Promise<StatusChangeResponse> {
  const asked = new Set(request.events?.map(({ id }) => id));
  const found = await findJobOfChange(database, change.id);
  if (found) {
    const { id, total } = found.job;
    refuseOtherUse(change, request, request.events === undefined || asked.size === total);
    return { kind: "job", changeId: change.id, jobId: id, total };
  }
  const results = await settledResults(database, change.id);
  refuseOtherUse(change, request, isDeepStrictEqual(asked, new Set(results.map(({ eventId }) => eventId))));
  const due = await lastDue(database, change.id);
  return { kind: "applied", changeId: change.id, undoUntil: due?.toISOString() ?? null, results };
}
