import { getTableColumns, is, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type PgColumn, PgCustomColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./database";
import { storableJson } from "./storable-text";

type Columns = readonly (readonly [key: string, column: PgColumn])[];

/**
 * Writes any number of rows in one statement with one parameter: no limit of 65,535 parameters to mind, and
 * little to parse. A row whose `key` exists is replaced; without a key to compare, it is left alone. A column
 * with a default that no row gives takes its default in new rows, and stays as it is in replaced ones.
 */
export async function bulkWrite<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  key: readonly PgColumn[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries(getTableColumns(table)).filter(
    ([name, column]) => !column.generated && !(column.hasDefault && rows.every((row) => !(name in row))),
  );
  const names = nameList(columns.map(([, column]) => column));
  const others = columns.map(([, column]) => column).filter((column) => !key.includes(column));
  const update =
    others.length === 0
      ? sql`NOTHING`
      : sql`UPDATE SET ${sql.join(
          others.map(
            (column) => sql`${sql.identifier(column.name)} = excluded.${sql.identifier(column.name)}`,
          ),
          sql`, `,
        )}`;
  await db.execute(
    sql`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${recordset(columns, rows)} ON CONFLICT (${nameList(key)}) DO ${update}`,
  );
}

/** The rows as a table expression named `r`, typed like the columns. */
function recordset(columns: Columns, rows: readonly object[]): SQL {
  const definitions = columns.map(
    ([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`,
  );
  const records = rows.map((row) => {
    const values: ReadonlyMap<string, unknown> = new Map(Object.entries(row));
    return Object.fromEntries(
      columns.map(([name, column]) => [column.name, driverValue(column, values.get(name))]),
    );
  });
  return sql`json_to_recordset(${storableJson(records)}::json) AS r(${sql.join(definitions, sql`, `)})`;
}

/** Only our own column types are encoded: JSON holds all others as PostgreSQL reads them. */
function driverValue(column: PgColumn, value: unknown): unknown {
  return is(column, PgCustomColumn) && value !== null && value !== undefined
    ? column.mapToDriverValue(value)
    : (value ?? null);
}

const nameList = (columns: readonly PgColumn[]): SQL =>
  sql.join(
    columns.map((column): SQLWrapper => sql.identifier(column.name)),
    sql`, `,
  );

/** Any number of texts as one parameter, to be used after `IN`. */
export function textList(values: readonly string[]): SQL {
  return sql`(SELECT json_array_elements_text(${JSON.stringify(values)}::json))`;
}
