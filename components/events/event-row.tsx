import type { Row } from "@tanstack/react-table";
import { memo } from "react";
import { TABLE_ROLES } from "@/components/table/table-roles";
import type { SecurityEvent } from "@/lib/events/event";
import { EVENT_CELLS } from "./event-cells";
import { EVENT_COLUMNS, type eventTableFeatures } from "./event-columns";
import classes from "./event-table.module.css";

type EventRowProps = {
  row: Row<typeof eventTableFeatures, SecurityEvent>;
  /** Place in the view, from 0. */
  index: number;
  /** Pixels of rows left out above it. */
  gap: number;
  onFocus: (index: number) => void;
};

/** One event as a row; on a narrow screen the same cells form a card. */
export const EventRow = memo(function EventRow({ row, index, gap, onFocus }: EventRowProps) {
  return (
    <tr
      {...TABLE_ROLES.row}
      className={classes.row}
      style={gap > 0 ? { marginTop: gap } : undefined}
      data-index={index}
      aria-rowindex={index + 2}
      onFocus={() => onFocus(index)}
    >
      {EVENT_COLUMNS.map(({ id, numeric }) => (
        <td key={id} {...TABLE_ROLES.cell} className={classes.cell} data-column={id} data-numeric={numeric}>
          {EVENT_CELLS[id](row.original)}
        </td>
      ))}
    </tr>
  );
});
