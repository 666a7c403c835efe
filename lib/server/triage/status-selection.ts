import type { SeenEvent } from "@/lib/api/status-change";
import { findSelectionTotal } from "@/lib/server/db/queries/jobs";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";

/** @throws ProblemError invalid-request when an event is named twice. */
export function eventsOnce(events: readonly SeenEvent[]): readonly SeenEvent[] {
  const seen = new Set<string>();
  for (const { id } of events) {
    if (seen.has(id)) throw invalidRequest([{ field: "events", message: `${id} is named twice.` }]);
    seen.add(id);
  }
  return events;
}

/** The size of somebody's selection. @throws ProblemError not-found */
export async function requireSelection(
  { database, clock }: Pick<Deps, "database" | "clock">,
  ownerId: string,
  selectionId: string,
): Promise<number> {
  const total = await findSelectionTotal(database, { id: selectionId, ownerId, now: clock() });
  if (total !== null) return total;
  throw new ProblemError(
    "not-found",
    "There is no such selection of yours (any more). Select the events again.",
  );
}
