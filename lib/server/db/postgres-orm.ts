import type { Logger as Statements } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import * as schema from "./schema";

/**
 * Drizzle on a pool, with transactions that give their connection back whatever happens. Drizzle's own (0.45) keeps it
 * where BEGIN itself fails, as it does on a connection that breaks just then: the pool has one less for ever, and cannot
 * be closed.
 */
export function postgresOrm(pool: Pool, logger: Statements) {
  const options = { schema, logger };
  const orm = drizzle(pool, options);
  const transaction: typeof orm.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client, options).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return Object.assign(orm, { transaction });
}
