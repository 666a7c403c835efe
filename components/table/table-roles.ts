/**
 * ARIA roles for table elements that are laid out by CSS grid: some browsers drop an element's own role once
 * its `display` is not that of a table. Spread them onto the elements.
 */
export const TABLE_ROLES = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  header: { role: "columnheader" },
  rowHeader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;
