import { type EventViewers, VIEWER_LOST_AFTER_MS } from "@/lib/api/event-work";
import {
  listOtherViewers,
  removeLostViewers,
  removeViewer,
  touchViewer,
} from "@/lib/server/db/queries/event-viewers";
import { findSource } from "@/lib/server/db/queries/event-work";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import type { Requester } from "./requester";

/**
 * Notes that a tab of a person shows an event, or does so no longer, and tells who else has it open. It is no
 * lock: it only spares two people the same work.
 * @throws ProblemError not-found
 */
export async function noteViewer(
  { database, clock }: Pick<Deps, "database" | "clock">,
  { id, name }: Pick<Requester, "id" | "name">,
  eventId: string,
  { tab, leaving }: { readonly tab: string; readonly leaving: boolean },
): Promise<EventViewers> {
  const now = clock();
  const seenSince = new Date(now.getTime() - VIEWER_LOST_AFTER_MS);
  const viewers = await database.transaction(async (tx) => {
    if ((await findSource(tx, eventId)) === null) {
      throw new ProblemError("not-found", `There is no event ${eventId}.`);
    }
    await removeLostViewers(tx, seenSince);
    const place = { eventId, userId: id, tab };
    if (leaving) await removeViewer(tx, place);
    else await touchViewer(tx, { ...place, userName: name }, now);
    return listOtherViewers(tx, eventId, { userId: id, seenSince });
  });
  return {
    viewers: viewers.map(({ userId, userName, since }) => ({
      person: { kind: "user", id: userId, name: userName },
      since: (since ?? now).toISOString(),
    })),
  };
}
