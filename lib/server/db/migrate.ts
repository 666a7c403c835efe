import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./database";

/** The schema in the database is not one that this version has made. */
export class ForeignDatabaseError extends Error {
  override readonly name = "ForeignDatabaseError";
}

type MigrationsCheck = {
  readonly migrationsFolder: string;
  /** Names the database for the person who reads the message; holds no password. */
  readonly place: string;
  /** false where an empty database would look like an answer. */
  readonly mayBeNew: boolean;
};

/**
 * Refuses a database whose migrations this version does not know: going on would fail later, at some query,
 * with a message about a column.
 */
export async function checkMigrations(
  db: Database,
  { migrationsFolder, place, mayBeNew }: MigrationsCheck,
): Promise<void> {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash));
  const table = await db.execute<{ present: boolean }>(
    sql`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS present`,
  );
  if (!table.rows[0]?.present) {
    if (mayBeNew) return;
    throw new ForeignDatabaseError(
      `The database ${place} holds nothing of Watchfloor. Name the one that the server uses (DATABASE_URL or WATCHFLOOR_DATA_DIR).`,
    );
  }
  const applied = await db.execute<{ hash: string }>(sql`SELECT hash FROM drizzle.__drizzle_migrations`);
  if (applied.rows.every((migration) => known.has(migration.hash))) return;
  throw new ForeignDatabaseError(
    `The database ${place} was made by another version of Watchfloor. Start that version again, or give this one an empty database (WATCHFLOOR_DATA_DIR or DATABASE_URL); events are then read again from the clouds.`,
  );
}
