import { useTranslations } from "next-intl";
import { ColumnResizer } from "@/components/table/column-resizer";
import { SortButton, type SortDirection } from "@/components/table/sort-button";
import { TABLE_ROLES } from "@/components/table/table-roles";
import type { SortField } from "@/lib/events/fields";
import type { Sort } from "@/lib/events/query";
import type { ShownColumn } from "./column-layout";
import { sortFieldOf } from "./event-columns";
import classes from "./event-table.module.css";

type EventTableHeadProps = {
  columns: readonly ShownColumn[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  onResize: (column: string, width: number) => void;
};

function directionOf(sort: Sort, field: SortField): SortDirection {
  if (sort.field !== field) return "none";
  return sort.descending ? "descending" : "ascending";
}

/** The headings; those of the three orders sort, first descending, then ascending. */
export function EventTableHead({ columns, sort, onSort, onResize }: EventTableHeadProps) {
  const t = useTranslations("events.columns");
  return (
    <thead {...TABLE_ROLES.group} className={classes.head}>
      <tr {...TABLE_ROLES.row} className={classes.headRow} aria-rowindex={1}>
        <th {...TABLE_ROLES.header} scope="col" className={classes.heading}>
          <span className="sr-only">{t("selection")}</span>
        </th>
        {columns.map(({ id, numeric }) => {
          const field = sortFieldOf(id);
          const direction = field && directionOf(sort, field);
          return (
            <th
              key={id}
              {...TABLE_ROLES.header}
              scope="col"
              className={classes.heading}
              data-numeric={numeric}
              aria-sort={direction}
            >
              {field && direction ? (
                <SortButton
                  direction={direction}
                  onSort={() => onSort({ field, descending: direction !== "descending" })}
                >
                  {t(id)}
                </SortButton>
              ) : (
                <span className={classes.label}>{t(id)}</span>
              )}
              <ColumnResizer
                className={classes.resizer ?? ""}
                label={t("resize", { column: t(id) })}
                onResize={(width) => onResize(id, width)}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
