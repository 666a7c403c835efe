import type { Status } from "@/lib/events/status";
import { cloudOf } from "@/lib/server/cloud-of";
import type { Database } from "@/lib/server/db/database";
import { pendingWrites, standingBeforeResend } from "@/lib/server/db/queries/status-change-rows";
import {
  changesSince,
  type StatusChangeRow,
  type StatusTarget,
  type StatusTargets,
} from "@/lib/server/db/queries/status-targets";
import type { Deps } from "@/lib/server/deps";
import { planStatus, type StatusItem, type StatusPlan } from "./plan-status";

export type Planned = {
  readonly item: StatusItem;
  readonly target: StatusTarget | null;
  readonly plan: StatusPlan;
  /** The status that a call under way is giving the event in the cloud; null where none is. */
  readonly underWay: Status | null;
};

/** Decides about several events. Inside a transaction that locked them, the decision holds. */
export async function gatherPlans(
  db: Database,
  { clouds }: Pick<Deps, "clouds">,
  items: readonly StatusItem[],
  targets: StatusTargets,
  /** The change that is taken back, if one is. */
  undoes: string | null = null,
): Promise<Planned[]> {
  const stale = items.filter(({ eventId, version }) => version < (targets.get(eventId)?.version ?? 0));
  const changed = await changesSince(
    db,
    stale.map(({ eventId, version }) => ({ id: eventId, version })),
  );
  const since = new Map<string, StatusChangeRow[]>();
  for (const row of changed) since.set(row.eventId, [...(since.get(row.eventId) ?? []), row]);
  const pending = await pendingWrites(
    db,
    items.map(({ eventId }) => eventId),
  );
  const sent = new Map(
    pending.filter(({ state }) => state === "sent").map(({ eventId, to }) => [eventId, to]),
  );
  const standing = undoes === null ? null : await standingBeforeResend(db, undoes, [...targets.keys()]);
  return items.map((item) => {
    const target = targets.get(item.eventId) ?? null;
    const underWay = sent.get(item.eventId) ?? null;
    const plan = planStatus(item, target, {
      since: since.get(item.eventId) ?? [],
      inFlight: underWay !== null,
      connected: target !== null && cloudOf(clouds, target) !== null,
      undo: standing && { before: standing.get(item.eventId) ?? null },
    });
    return { item, target, plan, underWay };
  });
}
