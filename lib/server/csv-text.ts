import Papa from "papaparse";

/** What a spreadsheet would run as a formula begins with one of these, or with its full-width form. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const LINE_END = "\r\n";

/** Rows as CSV (RFC 4180). Cells that a spreadsheet would run as a formula are written so that it shows them. */
export function csvText(rows: (string | number | null)[][]): string {
  if (rows.length === 0) return "";
  return Papa.unparse(rows, { escapeFormulae: FORMULA, newline: LINE_END }) + LINE_END;
}
