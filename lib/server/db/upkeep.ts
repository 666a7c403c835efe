import { sql } from "drizzle-orm";
import type { Logger } from "pino";
import type { Database } from "./database";

const EVERY_MS = 60_000;

/**
 * Does in PGlite what autovacuum does on a server, at autovacuum's own thresholds: PGlite has no background
 * processes, and without statistics and cleaning its plans and tables get worse with every sync.
 * @returns what stops it, after the statement that may be running.
 */
export function startUpkeep(db: Database, logger: Logger): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => tidyTables(db))
      .then(
        (tables) => tables.length > 0 && logger.debug({ tables }, "Tidied tables of the embedded database"),
        (error: unknown) => logger.warn({ err: error }, "Tidying the embedded database failed"),
      )
      .then(() => {});
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Cleans and analyses the tables that have changed much since the last time, and returns their names. */
export async function tidyTables(db: Database): Promise<string[]> {
  // Counters are written down once a second at most; this makes them say what has happened up to now.
  await db.execute(sql`SELECT pg_stat_force_next_flush()`);
  const { rows } = await db.execute<{ name: string }>(
    sql`SELECT relname AS name FROM pg_stat_user_tables
      WHERE schemaname = 'public' AND (n_dead_tup > 50 + n_live_tup * 0.2
        OR n_mod_since_analyze > 50 + n_live_tup * 0.1 OR n_ins_since_vacuum > 1000 + n_live_tup * 0.2)
      ORDER BY relname`,
  );
  // One by one: nothing else runs meanwhile.
  for (const { name } of rows) await db.execute(sql`VACUUM (ANALYZE) ${sql.identifier(name)}`);
  return rows.map(({ name }) => name);
}
