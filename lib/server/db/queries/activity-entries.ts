import { asc, eq, gt } from "drizzle-orm";
import type { Database } from "../database";
import { activity, activityHead } from "../schema/activity";

export type ActivityRow = typeof activity.$inferSelect;
export type ActivityHead = { readonly lastId: number; readonly hash: string };

/** A statement takes 65,535 parameters; an entry has fourteen. */
const ROWS_PER_STATEMENT = 1_000;

const HEAD = { lastId: activityHead.lastId, hash: activityHead.hash };

/** The end of the chain, locked until the transaction ends: appending transactions wait for each other here. */
export async function lockHead(transaction: Database): Promise<ActivityHead> {
  const [head] = await transaction.select(HEAD).from(activityHead).for("update");
  if (!head) throw new Error("The table activity_head is empty: the record of activities cannot go on.");
  return head;
}

/** The end of the chain as it is now; null when it has been removed. */
export async function findHead(database: Database): Promise<ActivityHead | null> {
  const [head] = await database.select(HEAD).from(activityHead);
  return head ?? null;
}

export async function moveHead(transaction: Database, head: ActivityHead): Promise<void> {
  await transaction.update(activityHead).set(head).where(eq(activityHead.id, 1));
}

/** Plain inserts: the table grants nothing that a statement with ON CONFLICT DO UPDATE would need. */
export async function insertEntries(transaction: Database, rows: readonly ActivityRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await transaction.insert(activity).values(rows.slice(start, start + ROWS_PER_STATEMENT));
  }
}

/** The entries after `afterId`, oldest first. */
export async function entriesAfter(
  database: Database,
  afterId: number,
  limit: number,
): Promise<ActivityRow[]> {
  return database
    .select()
    .from(activity)
    .where(gt(activity.id, afterId))
    .orderBy(asc(activity.id))
    .limit(limit);
}
