import type { Pool, PoolClient } from "pg";
import { SetupError } from "@/lib/server/config/setup-error";

const OLDEST_SERVER = 150_000;

type Facts = {
  readonly version: number;
  readonly database: string;
  readonly encoding: string;
  /** Whether I and i are one letter in two cases: they are not in Turkish and Azeri. */
  readonly pairs: boolean;
};

/**
 * Refuses a database on which Watchfloor would start, and fail or miss something long afterwards.
 * @returns the database's name for messages, without user and password.
 * @throws SetupError
 */
export async function checkPostgres(pool: Pool): Promise<string> {
  const { rows } = await pool.query<Facts>(
    `SELECT current_setting('server_version_num')::int AS version, current_database() AS database,
      pg_encoding_to_char(encoding) AS encoding, lower('I') = 'i' AND 'I' ILIKE 'i' AS pairs
      FROM pg_database WHERE datname = current_database()`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error("The database does not say what it is.");
  const mistake = mistakeOf(facts) ?? ((await sharesSessions(pool)) ? SHARED : null);
  if (mistake !== null) throw new SetupError(`DATABASE_URL names ${mistake}`);
  return `"${facts.database}" of DATABASE_URL`;
}

const SHARED =
  "a connection pooler that changes the session from one transaction to the next, which loses locks and notices. Name the PostgreSQL server itself, or let the pooler keep the session of a connection (PgBouncer: pool_mode = session).";

function mistakeOf({ version, encoding, pairs }: Facts): string | null {
  if (version < OLDEST_SERVER) {
    return `a PostgreSQL server of version ${Math.floor(version / 10_000)}; Watchfloor needs 15 or later.`;
  }
  if (encoding !== "UTF8") {
    return `a database of the encoding ${encoding}, which cannot keep every text as it is. Create one with ENCODING 'UTF8' TEMPLATE template0.`;
  }
  if (!pairs) {
    return "a database whose locale takes I and i for different letters, so that names and searches would miss each other. Create one with LOCALE_PROVIDER libc LOCALE 'C.UTF-8' TEMPLATE template0.";
  }
  return null;
}

/** Whether two connections that are open at once meet in one session, or one of them is led from one to another. */
async function sharesSessions(pool: Pool): Promise<boolean> {
  const one = await pool.connect();
  try {
    const other = await pool.connect();
    try {
      const first = await sessionOf(one);
      return first === (await sessionOf(other)) || first !== (await sessionOf(one));
    } finally {
      other.release();
    }
  } finally {
    one.release();
  }
}

async function sessionOf(client: PoolClient): Promise<number | undefined> {
  const { rows } = await client.query<{ session: number }>("SELECT pg_backend_pid() AS session");
  return rows[0]?.session;
}
