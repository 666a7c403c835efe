import type { Clock } from "@/lib/server/clock";
import { insertStatusChanges } from "@/lib/server/db/queries/status-change-rows";
import type { WriteEventsInput } from "@/lib/server/db/queries/write-events";
import { cloudActor } from "./cloud-actor";
import { unknownStatusMessage } from "./cloud-words";

/**
 * Records statuses that the sync found changed in the cloud, in the sync's own transaction. Who it was is
 * found out next by the outbox, which then writes the activity.
 */
export function recordCloudChanges(clock: Clock): NonNullable<WriteEventsInput["onCloudChanges"]> {
  return async (transaction, changes) => {
    const at = clock();
    await insertStatusChanges(
      transaction,
      changes.map(({ source: _, ...change }) => ({
        at,
        ...change,
        ...cloudActor(null).row,
        message: unknownStatusMessage(change.cloudWord),
        dueAt: at,
      })),
    );
  };
}
