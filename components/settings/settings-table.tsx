import type { ReactNode } from "react";
import { TABLE_ROLES } from "@/components/table/table-roles";
import classes from "./settings.module.css";

type SettingsTableProps = {
  label: string;
  /** Headings in the order of the cells. */
  columns: readonly string[];
  rows: readonly { readonly id: string; readonly quiet?: boolean; readonly cells: readonly ReactNode[] }[];
};

/** A list of things to manage; on a narrow screen each is a card with its headings inside. */
export function SettingsTable({ label, columns, rows }: SettingsTableProps) {
  return (
    <table {...TABLE_ROLES.table} className={classes.table} aria-label={label}>
      <thead {...TABLE_ROLES.group}>
        <tr {...TABLE_ROLES.row}>
          {columns.map((column) => (
            <th key={column} {...TABLE_ROLES.header} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.group}>
        {rows.map(({ id, quiet, cells }) => (
          <tr key={id} {...TABLE_ROLES.row} data-quiet={quiet ? "" : undefined}>
            {columns.map((column, index) => (
              <td
                key={column}
                {...TABLE_ROLES.cell}
                data-heading={column}
                data-empty={cells[index] ? undefined : ""}
              >
                <div>{cells[index]}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
