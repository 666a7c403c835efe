import { createHash } from "node:crypto";
import { verifyActivity } from "@/lib/server/activity/verify";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { databaseTrouble } from "@/lib/server/db/database-trouble";
import {
  advanceSequence,
  appliedMigrations,
  countRows,
  insertRows,
  removeFirstHead,
} from "@/lib/server/db/queries/transfer-rows";
import { type TransferredTable, transferredTables } from "@/lib/server/db/transferred-tables";
import { describeError } from "@/lib/server/describe-error";
import { END, type RowCounts, TransferError, transferEndSchema, transferHeaderSchema } from "./transfer-file";

/** What one statement inserts: so many rows, or fewer of so many characters together. */
const BATCH = { rows: 1_000, characters: 4_000_000 };
/** Rows that a database may have which nobody has used. */
const UNUSED = ["activity_head"];
/** What is wrong, and what to do, whatever showed it. */
const CHANGED =
  "the file was changed or cut. Take it whole from where it was written, or export the data again.";

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

/**
 * @returns the numbers of rows that the end of the file announces.
 * @throws TransferError also for a file that is not, byte for byte, what was written.
 */
async function insertLines(
  tx: Database,
  tables: readonly TransferredTable[],
  lines: AsyncIterable<string>,
): Promise<RowCounts> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const hash = createHash("sha256");
  let read = 0;
  let table: TransferredTable | null = null;
  let rows: string[] = [];
  let characters = 0;
  let end: RowCounts | null = null;
  const store = async () => {
    if (table !== null && rows.length > 0) await storeRows(tx, table, rows, read);
    rows = [];
    characters = 0;
  };
  for await (const line of lines) {
    if (end !== null) throw new TransferError(`Something stands after the end: ${CHANGED}`);
    if (read === 0) await checkHeader(tx, line);
    const tab = line.indexOf("\t");
    const name = line.slice(0, tab);
    const text = line.slice(tab + 1);
    if (name === END) {
      await store();
      end = checkEnd(text, hash.digest("hex"));
      continue;
    }
    hash.update(`${line}\n`);
    read += 1;
    if (read === 1) continue;
    const next = byName.get(name);
    if (next === undefined) {
      throw new TransferError(`Line ${read} is a row of no table that is known: ${CHANGED}`);
    }
    const isFull = rows.length >= BATCH.rows || characters >= BATCH.characters;
    if (next !== table || isFull) await store();
    table = next;
    rows.push(text);
    characters += text.length;
  }
  if (end !== null) return end;
  throw new TransferError("The file is not complete: its end is missing. Export the data again.");
}

/** A database quotes what it refuses, which may be anything: the row's place is told instead. */
async function storeRows(tx: Database, table: TransferredTable, rows: readonly string[], last: number) {
  try {
    await insertRows(tx, table, rows);
  } catch (error) {
    if (databaseTrouble(error) !== null) throw error;
    const { code = "unknown" } = describeError(error);
    throw new TransferError(
      `A row of ${table.name} before line ${last + 1} cannot be stored (${String(code)}): ${CHANGED}`,
    );
  }
}

function checkEnd(text: string, sha256: string): RowCounts {
  const end = transferEndSchema.safeParse(jsonOrNull(text));
  if (!end.success) throw new TransferError(`The last line of the file cannot be read: ${CHANGED}`);
  if (end.data.sha256 !== sha256) throw new TransferError(`Its checksum does not fit the file: ${CHANGED}`);
  return end.data.rows;
}

async function checkHeader(db: Database, line: string): Promise<void> {
  const header = transferHeaderSchema.safeParse(jsonOrNull(line));
  if (!header.success) throw new TransferError("This is not a file that npm run export-data has written.");
  const here = await appliedMigrations(db);
  const there = header.data.migrations;
  if (isPartOf(here, there) && isPartOf(there, here)) return;
  throw new TransferError(otherVersion(here, there));
}

const isPartOf = (some: readonly string[], all: readonly string[]) =>
  some.every((hash) => all.includes(hash));

/** What to do about a file whose schema was not made by the same migrations: a backup may be all that is left. */
function otherVersion(here: readonly string[], there: readonly string[]): string {
  if (isPartOf(here, there)) {
    return "The file was written by a newer version of Watchfloor. Update this one to that version and import again.";
  }
  const way =
    "Import it with the version that wrote it into a new, empty database, and start this version on that database afterwards";
  return isPartOf(there, here)
    ? `The file was written by an older version of Watchfloor. ${way}.`
    : `The file was written by another version of Watchfloor. ${way}, if it is the newer one.`;
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
      `The file announces ${wanted} rows of ${table.name}, but holds ${stored}: ${CHANGED}`,
    );
  }
}
