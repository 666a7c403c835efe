"use client";

import { useTranslations } from "next-intl";
import { SeverityBadge } from "@/components/ui/severity-badge";
import type { Overview } from "@/lib/api/overview";
import classes from "./chart-and-table.module.css";
import { FigureLink } from "./figure-link";
import tableClasses from "./figure-table.module.css";
import { LazyGotThroughChart } from "./lazy-charts";
import { OverviewCard } from "./overview-card";
import { TrendText } from "./trend-text";

type GotThroughCardProps = Pick<Overview, "gotThrough"> & {
  /** Not every source has been read. */ unread: boolean;
};

/** What the products did not block in the last 24 hours, against the 24 hours before. */
export function GotThroughCard({ gotThrough, unread }: GotThroughCardProps) {
  const t = useTranslations("overview.gotThrough");
  const severities = useTranslations("format.severity");
  const { all, bySeverity } = gotThrough;
  const none = all.current.count === 0 && all.previous.count === 0;
  return (
    <OverviewCard title={t("title")} note={t("note")} area="through">
      {none && <p className={tableClasses.nothing}>{t(unread ? "unread" : "none")}</p>}
      <div className={classes.pair} hidden={none}>
        <div className={classes.plot} aria-hidden="true">
          <LazyGotThroughChart rows={bySeverity} />
        </div>
        <div>
          <table className={tableClasses.table}>
            <caption className="sr-only">{t("title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("severity")}</th>
                <th scope="col">{t("current")}</th>
                <th scope="col">{t("previous")}</th>
              </tr>
            </thead>
            <tbody>
              {bySeverity.map(({ severity, current, previous }) => {
                const what = t("what", { severity: severities(severity) });
                return (
                  <tr key={severity}>
                    <th scope="row">
                      <SeverityBadge severity={severity} />
                    </th>
                    <td>
                      <TrendText brief current={current.count} previous={previous.count} />{" "}
                      <FigureLink figure={current} what={what} />
                    </td>
                    <td>
                      <FigureLink figure={previous} what={what} before />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </OverviewCard>
  );
}
