import { stringify } from "csv-stringify/sync";

/** Rows as CSV (RFC 4180). Cells that a spreadsheet would run as a formula are written so that it shows them. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    // By itself it quotes whole line ends only: a single line feed within a cell would end the row for most readers.
    { escape_formulas: true, record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
}
