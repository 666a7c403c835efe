import { type ActivityAction, type ActivityItem, activityEntrySchema } from "@/lib/api/activity";
import type { Client } from "../callers";

/** Every entry of an action in the record of activities, as the export gives it. */
export async function exportedActivity(ask: Client, action: ActivityAction): Promise<ActivityItem[]> {
  const response = await ask(`/api/activity/export?format=ndjson&action=${action}`);
  if (!response.ok) throw new Error(`The export failed with HTTP ${response.status}`);
  const lines = (await response.text()).split("\n").filter((line) => line !== "");
  return lines.map((line) => activityEntrySchema.parse(JSON.parse(line)));
}
