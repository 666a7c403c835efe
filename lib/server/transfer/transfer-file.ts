import { z } from "zod";

/**
 * The form of an export: lines of text. The first is the header as JSON; then every row, as the table's name, a tab,
 * and a JSON object; the last one is `end`, a tab, and as JSON the number of rows of each table and the SHA-256 of all
 * lines before it, with their ends (LF).
 */
export const transferHeaderSchema = z.object({
  format: z.literal("watchfloor-data"),
  version: z.literal(2),
  exportedAt: z.iso.datetime(),
  /** The hashes of the schema's migrations. */
  migrations: z.array(z.string()),
});
export type TransferHeader = z.infer<typeof transferHeaderSchema>;

export const rowCountsSchema = z.record(z.string(), z.int());
export type RowCounts = z.infer<typeof rowCountsSchema>;

export const END = "end";
export const transferEndSchema = z.object({ rows: rowCountsSchema, sha256: z.string() });
export type TransferEnd = z.infer<typeof transferEndSchema>;

/** The file cannot be taken over, and why. Nothing has been stored. */
export class TransferError extends Error {
  override readonly name = "TransferError";
}
