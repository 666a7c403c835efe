import { useTranslations } from "next-intl";
import { TABLE_ROLES } from "@/components/table/table-roles";
import type { ActivityItem } from "@/lib/api/activity";
import classes from "./activity.module.css";
import { ActivityRow } from "./activity-row";

const COLUMNS = ["at", "who", "action", "subject", "change", "note", "origin"] as const;

/** Entries of the record, newest first; on a narrow screen each is a card. */
export function ActivityTable({ items }: { items: readonly ActivityItem[] }) {
  const t = useTranslations("activity.table");
  return (
    <table {...TABLE_ROLES.table} className={classes.table} aria-label={t("label")}>
      <thead {...TABLE_ROLES.group}>
        <tr {...TABLE_ROLES.row}>
          {COLUMNS.map((column) => (
            <th key={column} {...TABLE_ROLES.header} scope="col" className={classes[column]}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.group}>
        {items.map((item) => (
          <ActivityRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}
