import { randomBytes } from "node:crypto";
import type { Logger as Statements } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Pool } from "pg";
import type { Logger } from "pino";
import { checkPostgres } from "./check-postgres";
import { crossesInClear } from "./clear-text";
import type { OpenDatabase } from "./database";
import { listenPostgres } from "./listen-postgres";
import { checkMigrations } from "./migrate";
import { postgresMistake } from "./postgres-mistake";
import { postgresOrm } from "./postgres-orm";
import * as schema from "./schema";
import { SEARCH_PATH, SESSION_SETTINGS } from "./session-settings";
import { endWhenSilent, SILENCE_ALLOWED } from "./silent-connections";

/** Any fixed number: what processes that start at the same time queue at, so that one of them migrates. */
const MIGRATION_LOCK = 7_305_001;
/** A person waits; a database that does not answer by then is reported as unavailable. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Longer than any statement of ours, and than any pause in a transaction: what goes on longer hangs. */
const LIMIT_MS = 60_000;
/** How much later than a statement's limit its end may be heard; on a connection that tells nothing by then, nobody is. */
const PATIENCE_MS = 10_000;

/** Opens a PostgreSQL server, version 15 or later. */
export async function openPostgres(options: {
  readonly url: string;
  readonly logger: Logger;
  readonly migrationsFolder: string;
  readonly mayBeNew: boolean;
  readonly statements: Statements;
  readonly statementLimitMs?: number;
}): Promise<OpenDatabase> {
  const { url, logger, migrationsFolder, mayBeNew, statements, statementLimitMs = LIMIT_MS } = options;
  if (crossesInClear(url)) {
    logger.warn(
      "Data crosses the network to the database in clear text; add sslmode=verify-full to DATABASE_URL",
    );
  }
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // Of its own for every process: see sync-lead.
    application_name: `watchfloor-${randomBytes(6).toString("hex")}`,
    // A firewall then does not forget a connection that is used seldom.
    keepAlive: true,
    onConnect: async (client) => {
      endWhenSilent(client, statementLimitMs + PATIENCE_MS);
      await client.query(SESSION_SETTINGS);
      await client.query(SEARCH_PATH);
      await client.query(`SET statement_timeout = ${statementLimitMs}`);
      await client.query(`SET idle_in_transaction_session_timeout = ${LIMIT_MS}`);
    },
  });
  // A server that goes away breaks idle connections. The pool replaces them; without a listener the process dies.
  pool.on("error", (error) => logger.warn({ err: error }, "A database connection was lost"));
  // The pool listens to idle ones only. One that breaks in a transaction tells so by the statement that fails;
  // unheard, its error would be thrown out of the driver before that has put the connection away for good, and closing
  // the pool would wait for it for ever.
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    const place = await checkPostgres(pool);
    await migrateOnce(pool, { migrationsFolder, place, mayBeNew });
  } catch (error) {
    await pool.end();
    throw postgresMistake(error, url);
  }
  let closing: Promise<void> | null = null;
  return {
    kind: "postgres",
    orm: postgresOrm(pool, statements),
    listen: listenPostgres(pool, logger),
    close: () => (closing ??= pool.end()),
  };
}

async function migrateOnce(pool: Pool, check: Parameters<typeof checkMigrations>[1]): Promise<void> {
  const client = await pool.connect();
  try {
    // A large table's new index, and waiting for another process that makes it, may take long.
    endWhenSilent(client, SILENCE_ALLOWED);
    await client.query("SET statement_timeout = 0");
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const orm = drizzle(client, { schema });
    await checkMigrations(orm, check);
    await migrate(orm, { migrationsFolder: check.migrationsFolder });
  } finally {
    // Ends the session, and the lock with it, whatever happened.
    client.release(true);
  }
}
