import { findSelection } from "@/lib/server/db/queries/selections";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";

/** @throws ProblemError invalid-request when an event is named twice. */
export function eventsOnce<Named extends { readonly id: string }>(
  events: readonly Named[],
): readonly Named[] {
  const seen = new Set<string>();
  for (const { id } of events) {
    if (seen.has(id)) throw invalidRequest([{ field: "events", message: `${id} is named twice.` }]);
    seen.add(id);
  }
  return events;
}

/** @throws ProblemError not-found unless it is a selection of that person's own. */
export async function requireSelection(
  { database, clock }: Pick<Deps, "database" | "clock">,
  ownerId: string,
  selectionId: string,
): Promise<void> {
  if ((await findSelection(database, ownerId, selectionId, clock())) !== null) return;
  const detail = "There is no such selection of yours (any more). Select the events again.";
  throw new ProblemError("not-found", detail);
}
