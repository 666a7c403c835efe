import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../database";
import type { TransferredTable } from "../transferred-tables";

/** Rows that are read at a time: an upstream record may have a megabyte, and all of them are in memory twice. */
const ROWS = 200;

/** The hashes of the migrations that have made the schema, in their order. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ hash: string }>(
    sql`SELECT hash FROM drizzle.__drizzle_migrations ORDER BY id`,
  );
  return rows.map(({ hash }) => hash);
}

/**
 * Every row of a table as the text of a JSON object, some at a time. The order is that of the disk.
 * @param tx a transaction: what is read on from one time to the next ends with it.
 */
export async function* readRows(tx: Database, { name }: TransferredTable): AsyncGenerator<string[]> {
  await tx.execute(
    sql`DECLARE moved_rows NO SCROLL CURSOR FOR
      SELECT row_to_json(moved)::text AS row FROM ${sql.identifier(name)} AS moved`,
  );
  for (;;) {
    const { rows } = await tx.execute<{ row: string }>(
      sql`FETCH FORWARD ${sql.raw(String(ROWS))} FROM moved_rows`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await tx.execute(sql`CLOSE moved_rows`);
}

/** Inserts rows as {@link readRows} gives them: their numbers and texts are not touched on the way. */
export async function insertRows(
  tx: Database,
  table: TransferredTable,
  rows: readonly string[],
): Promise<void> {
  const names = table.columns.map((column) => sql.identifier(column));
  const values = table.columns.map(
    (column): SQL => (table.counted.includes(column) ? sql`0` : sql`${sql.identifier(column)}`),
  );
  await tx.execute(
    sql`INSERT INTO ${sql.identifier(table.name)} (${sql.join(names, sql`, `)}) OVERRIDING SYSTEM VALUE
      SELECT ${sql.join(values, sql`, `)}
      FROM json_populate_recordset(NULL::${sql.identifier(table.name)}, ${`[${rows.join(",")}]`}::json)`,
  );
}

export async function countRows(db: Database, { name }: TransferredTable): Promise<number> {
  const { rows } = await db.execute<{ number: string }>(
    sql`SELECT count(*) AS number FROM ${sql.identifier(name)}`,
  );
  return Number(rows[0]?.number ?? 0);
}

/** Lets the numbers of new rows begin after those that were inserted. */
export async function advanceSequence(tx: Database, { name, identity }: TransferredTable): Promise<void> {
  if (identity === null) return;
  await tx.execute(
    sql`SELECT setval(pg_get_serial_sequence(${name}, ${identity}), greatest(max(${sql.identifier(identity)}), 1))
      FROM ${sql.identifier(name)}`,
  );
}

/** The one row that every new database begins with. */
export async function removeFirstHead(tx: Database): Promise<void> {
  await tx.execute(sql`DELETE FROM activity_head`);
}
