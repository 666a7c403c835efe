import type { Database } from "../database";
import { activity } from "../schema/activity";

export type ActivityRow = typeof activity.$inferInsert;

export async function insertActivity(database: Database, row: ActivityRow): Promise<void> {
  await database.insert(activity).values(row);
}
