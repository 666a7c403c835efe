import { and, count, eq, inArray, isNotNull, isNull, min } from "drizzle-orm";
import type { Database } from "../database";
import { jobs } from "../schema/jobs";
import { changes, statusChanges } from "../schema/status-changes";

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
  // Without a state the author of a change that the cloud made is being looked up.
  const states = rows.map(({ state, count }) => ({ state: state ?? "to-attribute", count }));
  const held = await countHeld(db);
  return {
    states: held === 0 ? states : [...states, { state: "held", count: held }],
    oldestDueAt: due.length === 0 ? null : new Date(Math.min(...due)),
  };
}

/** What is not sent because a bulk change that takes it back has not come to it yet. */
async function countHeld(db: Database): Promise<number> {
  const undone = db
    .select({ id: changes.undoes })
    .from(jobs)
    .innerJoin(changes, eq(changes.id, jobs.changeId))
    .where(and(eq(jobs.kind, "undo"), isNull(jobs.finishedAt)));
  const [row] = await db
    .select({ count: count() })
    .from(statusChanges)
    .where(
      and(
        inArray(statusChanges.changeId, undone),
        eq(statusChanges.writeState, "queued"),
        isNull(statusChanges.dueAt),
      ),
    );
  return row?.count ?? 0;
}
