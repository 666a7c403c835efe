import { nanoid } from "nanoid";
import type { StatusChangeResponse } from "@/lib/api/status-change";
import { recordedPerson } from "@/lib/server/auth/acting";
import { type ChangeRow, insertChange } from "@/lib/server/db/queries/status-change-rows";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import type { Requester } from "./requester";

/** A change of this person that nothing is known of yet. */
export function newChange(deps: Pick<Deps, "clock">, { id, name, origin, address }: Requester): ChangeRow {
  return {
    id: nanoid(),
    at: deps.clock(),
    actorId: id,
    actorName: name,
    status: null,
    note: null,
    reason: null,
    origin,
    address,
    undoes: null,
    idempotencyKey: null,
  };
}

/** The part of an activity entry that says whose change it is. */
export function recordedAuthor({ actorId, actorName, origin, address }: ChangeRow) {
  return recordedPerson({ id: actorId, name: actorName, origin, address });
}

/** @throws ProblemError conflict when the same request is being carried out at this moment. */
export async function insertOnce(tx: Deps["database"], change: ChangeRow): Promise<void> {
  if (await insertChange(tx, change)) return;
  throw new ProblemError(
    "conflict",
    "The same change is being made at this moment. Repeat it for its answer.",
  );
}

/** The answer to a change that was carried out in this transaction. */
export function applied(
  deps: Pick<Deps, "clock" | "undoDelayMs">,
  change: ChangeRow,
  results: Extract<StatusChangeResponse, { kind: "applied" }>["results"],
): StatusChangeResponse {
  const queued = results.some((result) => result.outcome === "changed" && result.writeState === "queued");
  const undoUntil = queued ? new Date(change.at.getTime() + deps.undoDelayMs).toISOString() : null;
  return { kind: "applied", changeId: change.id, undoUntil, results };
}
