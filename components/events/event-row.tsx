import { useTranslations } from "next-intl";
import { memo } from "react";
import { TABLE_ROLES } from "@/components/table/table-roles";
import type { SecurityEvent } from "@/lib/events/event";
import { visibleText } from "@/lib/format/visible-text";
import type { ShownColumn } from "./column-layout";
import { EVENT_CELLS } from "./event-cells";
import classes from "./event-table.module.css";
import { LazyRowChangeNote } from "./lazy-parts";
import type { RowChange } from "./row-change";

type EventRowProps = {
  event: SecurityEvent;
  columns: readonly ShownColumn[];
  /** Place in the view, from 0. */
  index: number;
  /** Pixels of rows left out above it. */
  gap: number;
  /** It is shown beside the list. */
  open: boolean;
  selected: boolean;
  change: RowChange | undefined;
  onFocus: (index: number, eventId: string) => void;
};

/** One event as a row; on a narrow screen the same cells form a card. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, columns, index, gap, open, selected, change, onFocus } = props;
  const t = useTranslations("events");
  const { title, type } = event;
  return (
    <tr
      {...TABLE_ROLES.row}
      className={classes.row}
      style={gap > 0 ? { marginTop: gap } : undefined}
      data-index={index}
      data-selected={selected || undefined}
      data-changed={change !== undefined || undefined}
      aria-current={open || undefined}
      aria-rowindex={index + 2}
      onFocus={() => onFocus(index, event.id)}
    >
      <td {...TABLE_ROLES.cell} className={classes.cell} data-select>
        <input
          type="checkbox"
          className={classes.box}
          aria-label={t("select", { title: visibleText(title === "" ? type : title) })}
          autoComplete="off"
          checked={selected}
          readOnly
        />
      </td>
      {columns.map(({ id, numeric }) => (
        <td
          key={id}
          {...TABLE_ROLES.cell}
          className={classes.cell}
          data-column={id}
          data-numeric={numeric}
          data-unit={
            id === "attackCount" ? t(event.attackCount === 1 ? "unit.attack" : "unit.attacks") : undefined
          }
          data-new={change?.what.some((field) => field === id) || undefined}
        >
          {EVENT_CELLS[id](event)}
          {id === "status" && change && <LazyRowChangeNote event={event} change={change} />}
        </td>
      ))}
      <td {...TABLE_ROLES.cell} className={classes.beside}>
        <button
          type="button"
          tabIndex={-1}
          data-row-menu
          title={t("rowMenu")}
          aria-label={t("rowMenu")}
          aria-haspopup="menu"
        />
        <button
          type="button"
          tabIndex={-1}
          data-open-beside
          title={t("openBeside")}
          aria-label={t("openBeside")}
        />
      </td>
    </tr>
  );
});
