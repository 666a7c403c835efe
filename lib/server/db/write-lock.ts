import { sql } from "drizzle-orm";
import type { Database } from "./database";

/** Any fixed number that nothing else locks. */
const WRITE_LOCK = 7_305_002;

/**
 * Lets whoever writes the index wait for each other, until the end of the transaction: they share attackers and
 * targets, and two of them in different order would otherwise end in a deadlock.
 */
export async function lockIndexWrites(transaction: Database): Promise<void> {
  await transaction.execute(sql`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`);
}
