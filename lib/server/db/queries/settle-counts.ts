import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { eventCountChanges } from "../schema/event-counts";

/** Every counting reads the changes that are not settled: so many are a matter of a millisecond. */
const MOST_UNSETTLED = 2_000;

/** Sums up what was counted since the last time, if it has become much; see `event_counts`. */
export async function settleCounts(db: Database): Promise<void> {
  await db.execute(sql`SELECT settle_event_counts()
    WHERE (SELECT count(*) FROM (SELECT FROM ${eventCountChanges} LIMIT ${MOST_UNSETTLED + 1}) AS unsettled) > ${MOST_UNSETTLED}`);
}
