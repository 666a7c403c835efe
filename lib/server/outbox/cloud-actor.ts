import type { ActivityActor } from "@/lib/server/activity/append-activity";
import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** Who changed a status in the cloud, for the record; null where the cloud has not told. */
export function cloudActor(operation: CloudOperationRecord | null) {
  const bySystem = operation?.origin === "cloud-system";
  const id = bySystem ? null : (operation?.userId ?? null);
  const activityActor: ActivityActor = bySystem ? { kind: "system" } : { kind: "cloud-user", id, name: null };
  return {
    activityActor,
    row: {
      actorKind: activityActor.kind,
      actorId: id,
      note: operation?.note ?? null,
      origin: bySystem ? ("cloud-system" as const) : ("cloud-console" as const),
    },
  };
}
