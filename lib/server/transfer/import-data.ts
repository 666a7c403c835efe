import { verifyActivity } from "@/lib/server/activity/verify";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import {
  advanceSequence,
  appliedMigrations,
  countRows,
  insertRows,
  removeFirstHead,
} from "@/lib/server/db/queries/transfer-rows";
import { type TransferredTable, transferredTables } from "@/lib/server/db/transferred-tables";
import { END, type RowCounts, rowCountsSchema, TransferError, transferHeaderSchema } from "./transfer-file";

/** Rows that one statement inserts. */
const BATCH = 1_000;
/** Rows that a database may have which nobody has used. */
const UNUSED = ["activity_head"];

/**
 * Takes an export over into an empty database, all of it or nothing, and proves the result: the number of rows of
 * each table, and the chain of the activity.
 * @param lines of the file, without their ends.
 * @throws TransferError
 */
export async function importData(
  db: Database,
  clock: Clock,
  lines: AsyncIterable<string>,
): Promise<RowCounts> {
  const tables = transferredTables();
  return db.transaction(async (tx) => {
    await requireEmpty(tx, tables);
    await removeFirstHead(tx);
    const announced = await insertLines(tx, tables, lines);
    for (const table of tables) await advanceSequence(tx, table);
    await checkCounts(tx, tables, announced);
    const { broken } = await verifyActivity(tx, clock);
    if (broken !== null) {
      throw new TransferError(`The record of activities in the file is broken: ${broken.reason}`);
    }
    return announced;
  });
}

async function requireEmpty(db: Database, tables: readonly TransferredTable[]): Promise<void> {
  for (const table of tables.filter(({ name }) => !UNUSED.includes(name))) {
    if ((await countRows(db, table)) === 0) continue;
    throw new TransferError(
      `The database is not empty: the table ${table.name} has rows. Give an empty one (DATABASE_URL or WATCHFLOOR_DATA_DIR) that no server has been started on.`,
    );
  }
}

/** @returns the numbers of rows that the end of the file announces. */
async function insertLines(
  tx: Database,
  tables: readonly TransferredTable[],
  lines: AsyncIterable<string>,
): Promise<RowCounts> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  let begun = false;
  let table: TransferredTable | null = null;
  let rows: string[] = [];
  const store = async () => {
    if (table !== null && rows.length > 0) await insertRows(tx, table, rows);
    rows = [];
  };
  for await (const line of lines) {
    if (!begun) {
      await checkHeader(tx, line);
      begun = true;
      continue;
    }
    const tab = line.indexOf("\t");
    const name = line.slice(0, tab);
    const text = line.slice(tab + 1);
    if (name === END) {
      await store();
      return rowCountsSchema.parse(JSON.parse(text));
    }
    const next = byName.get(name);
    if (next === undefined) throw new TransferError(`The file has rows of an unknown table "${name}".`);
    if (next !== table || rows.length >= BATCH) await store();
    table = next;
    rows.push(text);
  }
  throw new TransferError("The file is not complete: its end is missing. Export the data again.");
}

async function checkHeader(db: Database, line: string): Promise<void> {
  const header = transferHeaderSchema.safeParse(jsonOrNull(line));
  if (!header.success) throw new TransferError("This is not a file that npm run export-data has written.");
  const here = await appliedMigrations(db);
  const there = header.data.migrations;
  if (here.length === there.length && here.every((hash) => there.includes(hash))) return;
  throw new TransferError(
    "The file was written by another version of Watchfloor. Update the one that wrote it, start it once, and export again with the same version as this one.",
  );
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function checkCounts(
  tx: Database,
  tables: readonly TransferredTable[],
  announced: RowCounts,
): Promise<void> {
  for (const table of tables) {
    const stored = await countRows(tx, table);
    const wanted = announced[table.name] ?? 0;
    if (stored === wanted) continue;
    throw new TransferError(
      `The file announces ${wanted} rows of ${table.name}, but holds ${stored}: it was changed or cut.`,
    );
  }
}
