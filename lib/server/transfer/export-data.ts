import { createHash } from "node:crypto";
import type { Clock } from "@/lib/server/clock";
import type { Database } from "@/lib/server/db/database";
import { appliedMigrations, readRows } from "@/lib/server/db/queries/transfer-rows";
import { transferredTables } from "@/lib/server/db/transferred-tables";
import { END, type RowCounts, type TransferEnd, type TransferHeader } from "./transfer-file";

/**
 * Writes everything that cannot be read again from the clouds, and the events as well, as of one moment.
 * @param write takes lines with their ends; the next ones come when it has taken them.
 * @returns the number of rows of each table.
 */
export async function exportData(
  db: Database,
  clock: Clock,
  write: (lines: string) => Promise<void>,
): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  const hash = createHash("sha256");
  const writeHashed = (lines: string) => {
    hash.update(lines);
    return write(lines);
  };
  await db.transaction(
    async (tx) => {
      const header: TransferHeader = {
        format: "watchfloor-data",
        version: 2,
        exportedAt: clock().toISOString(),
        migrations: await appliedMigrations(tx),
      };
      await writeHashed(`${JSON.stringify(header)}\n`);
      for (const table of transferredTables()) {
        counts[table.name] = 0;
        for await (const rows of readRows(tx, table)) {
          await writeHashed(rows.map((row) => `${table.name}\t${row}\n`).join(""));
          counts[table.name] = (counts[table.name] ?? 0) + rows.length;
        }
      }
      const end: TransferEnd = { rows: counts, sha256: hash.digest("hex") };
      await write(`${END}\t${JSON.stringify(end)}\n`);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  return counts;
}
