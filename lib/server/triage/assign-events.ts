import type { AssignManyRequest, AssignManyResponse } from "@/lib/api/event-work";
import { appendActivities } from "@/lib/server/activity/append-activity";
import { recordedPerson } from "@/lib/server/auth/acting";
import { findUsername, lockAssignees, updateAssignees } from "@/lib/server/db/queries/event-work";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest } from "@/lib/server/http/problem-error";
import type { Requester } from "./requester";
import { eventsOnce } from "./status-selection";

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
 * Claims events, gives them to somebody, or lets them go. No lock: the assignee that the person saw is compared,
 * and where somebody else came first, nothing changes.
 * @throws ProblemError invalid-request for an unknown account, or an event that is named twice.
 */
export async function assignEvents(
  deps: AssignDeps,
  requester: Requester,
  { assignee, events }: AssignManyRequest,
): Promise<AssignManyResponse> {
  const wanted = await wantedName(deps, requester, assignee);
  const asked = eventsOnce(events);
  return deps.database.transaction(async (tx) => {
    const rows = await lockAssignees(
      tx,
      asked.map(({ id }) => id),
    );
    const results = asked.map(({ id, seen }): AssignManyResponse["results"][number] => {
      const row = rows.get(id);
      if (!row) return { eventId: id, outcome: "not-found", assignee: null, version: null };
      const now = { eventId: id, assignee: row.assignee, version: row.version };
      if (row.assignee === wanted) return { ...now, outcome: "unchanged" };
      if (row.assignee !== seen) return { ...now, outcome: "conflict" };
      return { eventId: id, outcome: "changed", assignee: wanted, version: row.version + 1 };
    });
    const changed = results.filter(({ outcome }) => outcome === "changed").map(({ eventId }) => eventId);
    await updateAssignees(tx, changed, wanted);
    const before = changed.flatMap((eventId) => rows.get(eventId) ?? []);
    const shared = {
      at: deps.clock(),
      ...recordedPerson(requester),
      action: "assignee.changed",
      to: wanted,
      details: {},
    } as const;
    await appendActivities(
      tx,
      before.map(({ id, source, assignee }) => ({ ...shared, subject: id, source, from: assignee })),
    );
    return { results };
  });
}
