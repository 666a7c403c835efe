import type { AssignRequest, AssignResponse } from "@/lib/api/event-work";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { findUsername, lockAssignee, updateAssignee } from "@/lib/server/db/queries/event-work";
import { findRecord } from "@/lib/server/db/queries/find-record";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";
import type { Requester } from "./requester";

type AssignDeps = Pick<Deps, "database" | "clock">;

/** "me" in a request: oneself. */
const SELF = "me";

async function wantedName(
  { database }: AssignDeps,
  requester: Requester,
  assignee: string | null,
): Promise<string | null> {
  if (assignee === null) return null;
  if (assignee === SELF) return requester.name;
  const name = await findUsername(database, assignee);
  if (name !== null) return name;
  const message = `There is no account ${assignee} that may sign in. Use the name of one.`;
  throw invalidRequest([{ field: "assignee", message }]);
}

/**
 * Claims an event, gives it to somebody, or lets it go. No lock: the assignee that the person saw is compared,
 * and when somebody else came first, nothing changes.
 * @throws ProblemError not-found; invalid-request for an unknown account.
 */
export async function assignEvent(
  deps: AssignDeps,
  requester: Requester,
  eventId: string,
  { assignee, seen }: AssignRequest,
): Promise<AssignResponse> {
  const wanted = await wantedName(deps, requester, assignee);
  const outcome = await deps.database.transaction(async (tx) => {
    const event = await lockAssignee(tx, eventId);
    if (event === null) throw new ProblemError("not-found", `There is no event ${eventId}.`);
    if (event.assignee === wanted) return "unchanged";
    if (event.assignee !== seen) return "conflict";
    await updateAssignee(tx, eventId, wanted);
    await appendActivity(tx, {
      at: deps.clock(),
      actor: { kind: "user", id: requester.id, name: requester.name },
      action: "assignee.changed",
      subject: eventId,
      source: event.source,
      from: event.assignee,
      to: wanted,
      details: {},
      address: requester.address,
    });
    return "changed";
  });
  const record = await findRecord(deps.database, eventId);
  if (record === null) throw new ProblemError("not-found", `There is no event ${eventId}.`);
  return { outcome, event: record.event };
}
