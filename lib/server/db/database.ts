import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Listen } from "./listen";
import type * as schema from "./schema";

type Rows<Row> = { readonly rows: Row[] };

/** What both drivers give for a statement written as SQL text. */
interface RowsHKT extends PgQueryResultHKT {
  readonly type: Rows<this["row"]>;
}

/** What every query takes: the open database, or a transaction in it. The same for both drivers. */
export type Database = PgDatabase<RowsHKT, typeof schema>;

/** An open database. */
export type OpenDatabase = {
  readonly kind: "pglite" | "postgres";
  readonly orm: Database;
  readonly listen: Listen;
  /** Waits for running statements, then closes; the data directory is free afterwards. */
  close(): Promise<void>;
};
