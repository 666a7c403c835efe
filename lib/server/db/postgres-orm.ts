import type { Logger as Statements } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import { databaseTrouble } from "./database-trouble";
import * as schema from "./schema";

/**
 * Drizzle on a pool, with transactions that give their connection back whatever happens. Drizzle's own (0.45) keeps it
 * where BEGIN itself fails, as it does on a connection that breaks just then: the pool has one less for ever, and cannot
 * be closed. A connection to a server that takes no changes is not used again: the next one may lead to another server.
 */
export function postgresOrm(pool: Pool, logger: Statements) {
  const options = { schema, logger };
  const orm = drizzle(pool, options);
  const transaction: typeof orm.transaction = async (work, config) => {
    const client = await pool.connect();
    let useless = false;
    try {
      return await drizzle(client, options).transaction(work, config);
    } catch (error) {
      useless = databaseTrouble(error)?.kind === "read-only";
      throw error;
    } finally {
      client.release(useless);
    }
  };
  return Object.assign(orm, { transaction });
}
