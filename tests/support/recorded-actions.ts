import type { Database } from "@/lib/server/db/database";
import { activity } from "@/lib/server/db/schema/activity";

/** What the activity says was done, oldest first. */
export async function recordedActions(database: Database): Promise<string[]> {
  const rows = await database.select({ action: activity.action }).from(activity).orderBy(activity.id);
  return rows.map(({ action }) => action);
}
