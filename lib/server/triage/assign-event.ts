import type { AssignRequest, AssignResponse } from "@/lib/api/event-work";
import { findRecord } from "@/lib/server/db/queries/find-record";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { assignEvents } from "./assign-events";
import type { Requester } from "./requester";

/**
 * Claims an event, gives it to somebody, or lets it go, and answers with what it is then.
 * @throws ProblemError not-found; invalid-request for an unknown account.
 */
export async function assignEvent(
  deps: Pick<Deps, "database" | "clock">,
  requester: Requester,
  eventId: string,
  { assignee, seen }: AssignRequest,
): Promise<AssignResponse> {
  const { results } = await assignEvents(deps, requester, { assignee, events: [{ id: eventId, seen }] });
  const outcome = results[0]?.outcome ?? "not-found";
  const record = await findRecord(deps.database, eventId);
  if (outcome === "not-found" || record === null) {
    throw new ProblemError("not-found", `There is no event ${eventId}.`);
  }
  return { outcome, event: record.event };
}
