import { count, isNotNull, min } from "drizzle-orm";
import type { Database } from "../database";
import { statusChanges } from "../schema/status-changes";

/** How many status changes have something due at a cloud, by how far they are, and when the first was or is due. */
export async function outboxDepth(db: Database): Promise<{
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly oldestDueAt: Date | null;
}> {
  const rows = await db
    .select({ state: statusChanges.writeState, count: count(), dueAt: min(statusChanges.dueAt) })
    .from(statusChanges)
    .where(isNotNull(statusChanges.dueAt))
    .groupBy(statusChanges.writeState);
  const due = rows.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt.getTime()]));
  return {
    // Without a state the author of a change that the cloud made is being looked up.
    states: rows.map(({ state, count }) => ({ state: state ?? "to-attribute", count })),
    oldestDueAt: due.length === 0 ? null : new Date(Math.min(...due)),
  };
}
