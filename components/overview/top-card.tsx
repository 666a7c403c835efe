import { useTranslations } from "next-intl";
import { valueLabel } from "@/components/events/value-label";
import { InertText } from "@/components/ui/inert-text";
import type { Overview, TOP_FIELDS } from "@/lib/api/overview";
import { FigureLink } from "./figure-link";
import tableClasses from "./figure-table.module.css";
import { OverviewCard } from "./overview-card";
import classes from "./top-card.module.css";
import { TrendText } from "./trend-text";

type TopField = (typeof TOP_FIELDS)[number];

type TopCardProps = { field: TopField; values: Overview["top"][TopField] };

/** The values of one field with the most events, against the period before. */
export function TopCard({ field, values }: TopCardProps) {
  const t = useTranslations("overview.top");
  const format = useTranslations("format");
  const named = (value: string) => valueLabel(field, value, format);
  const most = Math.max(1, ...values.map(({ current }) => current.count));
  if (values.length === 0) {
    return (
      <OverviewCard title={t(field)} area={field}>
        <p className={tableClasses.nothing}>{t("none")}</p>
      </OverviewCard>
    );
  }
  return (
    <OverviewCard title={t(field)} note={t("note")} area={field}>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption className="sr-only">{t(field)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("value")}</th>
            <th scope="col">{t("current")}</th>
            <th scope="col">{t("previous")}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, current, previous }) => (
            <tr key={value}>
              <th scope="row" className={classes.value}>
                <span
                  className={classes.bar}
                  style={{ width: `${(current.count / most) * 100}%` }}
                  aria-hidden="true"
                />
                <InertText clip mono={field !== "type"} text={named(value)} />
              </th>
              <td>
                <TrendText brief current={current.count} previous={previous.count} />{" "}
                <FigureLink figure={current} what={named(value)} />
              </td>
              <td>
                <FigureLink figure={previous} what={named(value)} before />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </OverviewCard>
  );
}
