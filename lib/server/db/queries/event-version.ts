import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { eventVersions } from "../schema/event-counts";

/** Names the state of all events: it is another one as soon as a change of any of them is committed. */
export async function readEventVersion(db: Database): Promise<string> {
  const { rows } = await db.execute<{ version: string }>(
    sql`SELECT coalesce(sum(number), 0)::text AS version FROM ${eventVersions}`,
  );
  return rows[0]?.version ?? "0";
}
