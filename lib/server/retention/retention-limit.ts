import type { Database } from "@/lib/server/db/database";
import { readSettings } from "@/lib/server/db/queries/settings";

const DAY_MS = 86_400_000;

/** Events whose last activity was before this instant are not kept; null keeps all. */
export async function retentionLimit(db: Database, now: Date): Promise<Date | null> {
  const { retentionDays } = await readSettings(db);
  return retentionDays === null ? null : new Date(now.getTime() - retentionDays * DAY_MS);
}
