import { sql } from "drizzle-orm";
import type { Database } from "../database";

/** Asks for nothing: resolves when the database answers. */
export async function ping(db: Database): Promise<void> {
  await db.execute(sql`SELECT 1`);
}
