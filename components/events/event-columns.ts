import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { SecurityEvent } from "@/lib/events/event";
import { SORT_FIELDS, type SortField } from "@/lib/events/fields";
import { type CellId, EVENT_CELLS } from "./event-cells";

export const eventTableFeatures = tableFeatures({});

type ColumnDeclaration = {
  readonly id: CellId;
  readonly label: string;
  /** A track of the CSS grid that lays out every row. */
  readonly track: string;
  /** Numbers end at the same edge. */
  readonly numeric?: boolean;
};

/** The columns in their order. */
export const EVENT_COLUMNS: readonly ColumnDeclaration[] = [
  { id: "severity", label: "Severity", track: "78px" },
  { id: "status", label: "Status", track: "112px" },
  { id: "lastSeenAt", label: "Last seen", track: "122px" },
  { id: "type", label: "Event", track: "minmax(190px, 2fr)" },
  { id: "attacker", label: "Attacker", track: "minmax(136px, 0.7fr)" },
  { id: "target", label: "Target", track: "minmax(130px, 1fr)" },
  { id: "attackCount", label: "Attacks", track: "62px", numeric: true },
  { id: "outcome", label: "Outcome", track: "114px" },
  { id: "source", label: "Source", track: "116px" },
];

/** The grid tracks of a row. */
export const EVENT_TRACKS = EVENT_COLUMNS.map(({ track }) => track).join(" ");

const helper = createColumnHelper<typeof eventTableFeatures, SecurityEvent>();

/** The columns as the table takes them. */
export const eventColumns = helper.columns(
  EVENT_COLUMNS.map(({ id, label }) =>
    helper.display({ id, header: label, cell: ({ row }) => EVENT_CELLS[id](row.original) }),
  ),
);

/** The order that a column stands for, if it can be sorted by. */
export function sortFieldOf(column: string): SortField | undefined {
  return SORT_FIELDS.find((field) => field === column);
}
