import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { SecurityEvent } from "@/lib/events/event";
import { SORT_FIELDS, type SortField } from "@/lib/events/fields";
import { type CellId, EVENT_CELLS } from "./event-cells";

export const eventTableFeatures = tableFeatures({});

export type ColumnDeclaration = {
  readonly id: CellId;
  /** A track of the CSS grid that lays out every row. */
  readonly track: string;
  /** Shown only where the reader asks for it. */
  readonly optional?: boolean;
  /** Numbers end at the same edge. */
  readonly numeric?: boolean;
};

/** The columns in their order; without the optional ones they fit beside the filters on a screen 1440 px wide. */
export const EVENT_COLUMNS: readonly ColumnDeclaration[] = [
  { id: "severity", track: "78px" },
  { id: "status", track: "116px" },
  { id: "lastSeenAt", track: "130px" },
  { id: "type", track: "minmax(164px, 2fr)" },
  { id: "attacker", track: "minmax(130px, 0.7fr)" },
  { id: "target", track: "minmax(130px, 1fr)" },
  { id: "attackCount", track: "62px", numeric: true },
  { id: "outcome", track: "114px" },
  { id: "source", track: "116px" },
  { id: "connection", track: "120px", optional: true },
  { id: "assignee", track: "110px", optional: true },
];

const helper = createColumnHelper<typeof eventTableFeatures, SecurityEvent>();

/** The columns as the table takes them. */
export const eventColumns = helper.columns(
  EVENT_COLUMNS.map(({ id }) => helper.display({ id, cell: ({ row }) => EVENT_CELLS[id](row.original) })),
);

/** The order that a column stands for, if it can be sorted by. */
export function sortFieldOf(column: string): SortField | undefined {
  return SORT_FIELDS.find((field) => field === column);
}
