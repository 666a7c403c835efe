"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { FailedReadNotice } from "@/components/ui/failed-read-notice";
import { FreshnessNotice } from "@/components/ui/freshness-notice";
import { InstantText } from "@/components/ui/instant-text";
import { useErrorText } from "@/components/ui/use-error-text";
import { type Overview, TOP_FIELDS } from "@/lib/api/overview";
import { formatZone } from "@/lib/format/instant";
import { visibleText } from "@/lib/format/visible-text";
import { GotThroughCard } from "./got-through-card";
import { OpenCard } from "./open-card";
import classes from "./overview-page.module.css";
import type { OverviewPeriod } from "./overview-period";
import { overviewQuery } from "./overview-query";
import { OverviewTiles } from "./overview-tiles";
import { PeriodLinks } from "./period-links";
import { SourcesCard } from "./sources-card";
import { TopCard } from "./top-card";

type OverviewPageProps = { initial: Overview; period: OverviewPeriod };

/** What needs somebody now: every number leads to the events that it counts. */
export function OverviewPage({ initial, period }: OverviewPageProps) {
  const t = useTranslations("overview");
  const { zone } = useTimeZone();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery(overviewQuery(period, initial));
  const unread = data.sources.some(({ lastSuccessAt }) => lastSuccessAt === null);
  return (
    <div className={classes.page}>
      <div className={classes.heading}>
        <h1>{t("title")}</h1>
        <span className={classes.quiet}>
          {t.rich("asOf", {
            at: () => <InstantText instant={data.at} />,
            zone: formatZone(zone, new Date(data.at)),
          })}
        </span>
        <PeriodLinks period={period} />
      </div>
      {error && (
        <FailedReadNotice error={error} onRetry={() => void refetch()}>
          {t.rich("outdated", {
            at: () => <InstantText instant={data.at} />,
            reason: visibleText(errorText(error)),
          })}
        </FailedReadNotice>
      )}
      <FreshnessNotice freshness={data.sources} />
      <div className={classes.grid}>
        <OverviewTiles {...data} />
        <OpenCard open={data.open} unread={unread} />
        <GotThroughCard gotThrough={data.gotThrough} unread={unread} />
        {TOP_FIELDS.map((field) => (
          <TopCard key={field} field={field} values={data.top[field]} />
        ))}
        <SourcesCard sources={data.sources} />
      </div>
    </div>
  );
}
