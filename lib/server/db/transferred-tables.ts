import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "./schema";

/** What triggers keep from other tables, and what is outdated within a day. */
const LEFT_OUT: readonly PgTable[] = [
  schema.eventAttackers,
  schema.eventCounts,
  schema.eventCountChanges,
  schema.eventTargetCounts,
  schema.eventVersions,
  schema.facetCombinations,
  schema.callLines,
  schema.eventViewers,
  schema.selections,
  schema.selectionEvents,
];

/** A table that is moved to another database. */
export type TransferredTable = {
  readonly name: string;
  /** Without those that the database fills in itself. */
  readonly columns: readonly string[];
  /** Columns that triggers count up while the other tables are filled. */
  readonly counted: readonly string[];
  /** The column that takes numbers from a sequence. */
  readonly identity: string | null;
};

/** The tables to be moved; each stands after those that it refers to. */
export function transferredTables(): TransferredTable[] {
  const ordered: PgTable[] = [];
  const add = (table: PgTable): void => {
    if (ordered.includes(table)) return;
    for (const key of getTableConfig(table).foreignKeys) add(key.reference().foreignTable);
    ordered.push(table);
  };
  for (const one of Object.values(schema)) if (is(one, PgTable) && !LEFT_OUT.includes(one)) add(one);
  return ordered.filter((table) => !LEFT_OUT.includes(table)).map(describe);
}

function describe(table: PgTable): TransferredTable {
  const { columns } = getTableConfig(table);
  // A transaction's number means nothing in another database.
  const kept = columns.filter((column) => !column.generated && column.getSQLType() !== "xid8");
  return {
    name: getTableName(table),
    columns: kept.map(({ name }) => name),
    counted: table === schema.attackers || table === schema.targets ? ["events"] : [],
    identity: columns.find((column) => column.generatedIdentity)?.name ?? null,
  };
}
