"use client";

import { useTranslations } from "next-intl";
import { TABLE_ROLES } from "@/components/table/table-roles";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { AGES, type Overview } from "@/lib/api/overview";
import classes from "./chart-and-table.module.css";
import { FigureLink } from "./figure-link";
import tableClasses from "./figure-table.module.css";
import { LazyOpenChart } from "./lazy-charts";
import { openColumns } from "./open-columns";
import { OverviewCard } from "./overview-card";

type OpenCardProps = Pick<Overview, "open"> & { /** Not every source has been read. */ unread: boolean };

/** What nobody has closed, by severity and the time since the last activity. */
export function OpenCard({ open, unread }: OpenCardProps) {
  const t = useTranslations("overview.open");
  const severities = useTranslations("format.severity");
  const ages = useTranslations("overview.ages");
  return (
    <OverviewCard title={t("title")} note={t("note")} area="open">
      {open.all.count === 0 && <p className={tableClasses.nothing}>{t(unread ? "unread" : "none")}</p>}
      <div className={classes.pair} hidden={open.all.count === 0}>
        <div className={classes.plot} aria-hidden="true">
          <LazyOpenChart columns={openColumns(open)} />
        </div>
        <div>
          <table {...TABLE_ROLES.table} className={`${tableClasses.table} ${tableClasses.cards}`}>
            <caption className="sr-only">{t("title")}</caption>
            <thead {...TABLE_ROLES.group}>
              <tr {...TABLE_ROLES.row}>
                <th {...TABLE_ROLES.header} scope="col">
                  {t("severity")}
                </th>
                <th {...TABLE_ROLES.header} scope="col">
                  {t("all")}
                </th>
                {AGES.map((age) => (
                  <th key={age} {...TABLE_ROLES.header} scope="col">
                    {ages(age)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody {...TABLE_ROLES.group}>
              {open.bySeverity.map(({ severity, all, byAge }) => (
                <tr key={severity} {...TABLE_ROLES.row}>
                  <th {...TABLE_ROLES.rowHeader} scope="row" className={tableClasses.lead}>
                    <SeverityBadge severity={severity} />
                  </th>
                  <td {...TABLE_ROLES.cell} className={tableClasses.aside}>
                    <FigureLink figure={all} what={t("what", { severity: severities(severity) })} />
                  </td>
                  {byAge.map(({ age, ...figure }) => (
                    <td key={age} {...TABLE_ROLES.cell} data-label={ages(age)}>
                      <FigureLink
                        figure={figure}
                        what={t("whatAge", { severity: severities(severity), age: ages(age) })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </OverviewCard>
  );
}
