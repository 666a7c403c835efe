import type { Checklist } from "@/lib/api/event-work";
import { appendActivity } from "@/lib/server/activity/append-activity";
import { recordedPerson } from "@/lib/server/auth/acting";
import { findSource, insertTick, listTicks, removeTick } from "@/lib/server/db/queries/event-work";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import type { Requester } from "./requester";

type ChecklistDeps = Pick<Deps, "database" | "clock">;

const notFound = (eventId: string) => new ProblemError("not-found", `There is no event ${eventId}.`);

/** The steps of the guidance that somebody has done. @throws ProblemError not-found */
export async function readChecklist({ database }: ChecklistDeps, eventId: string): Promise<Checklist> {
  if ((await findSource(database, eventId)) === null) throw notFound(eventId);
  const ticks = await listTicks(database, eventId);
  return {
    ticks: ticks.map(({ step, byId, byName, at }) => ({
      step,
      by: { kind: "user", id: byId, name: byName },
      at: at.toISOString(),
    })),
  };
}

/** Ticks a step or takes the tick away; the first tick stays when two people tick at once. */
export async function tickStep(
  deps: ChecklistDeps,
  requester: Requester,
  eventId: string,
  { step, done }: { readonly step: string; readonly done: boolean },
): Promise<Checklist> {
  await deps.database.transaction(async (tx) => {
    const source = await findSource(tx, eventId);
    if (source === null) throw notFound(eventId);
    const at = deps.clock();
    const { id, name } = requester;
    const changed = done
      ? await insertTick(tx, { eventId, step, byId: id, byName: name, at })
      : await removeTick(tx, eventId, step);
    if (!changed) return;
    await appendActivity(tx, {
      at,
      ...recordedPerson(requester),
      action: done ? "checklist.ticked" : "checklist.unticked",
      subject: eventId,
      source,
      details: { step },
    });
  });
  return readChecklist(deps, eventId);
}
