"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { buildAttackCountSeries } from "@/components/charts/attack-count-series";
import type { ChartRange } from "@/components/charts/chart-zoom";
import { useTimeZone } from "@/components/layout/time-zone";
import { InstantText } from "@/components/ui/instant-text";
import { orNothing } from "@/components/ui/load-part";
import type { AttackBucket } from "@/lib/api/event-detail";
import { CAPABILITIES } from "@/lib/events/capabilities";
import type { SecurityEvent } from "@/lib/events/event";
import { formatCount } from "@/lib/format/count";
import { formatDuration } from "@/lib/format/duration";
import { AttackCountZoom } from "./attack-count-zoom";
import classes from "./attack-counts.module.css";
import { EventSection } from "./event-section";

// The chart library is loaded after the page: the table below says the same until then.
const AttackCountChart = dynamic(
  orNothing(async () => (await import("@/components/charts/attack-count-chart")).AttackCountChart),
  { ssr: false, loading: () => <div className={classes.placeholder} /> },
);

type AttackCountsProps = { event: SecurityEvent; attackCounts: readonly AttackBucket[] };

/** The product's own attack counts over time (AttackCntInfo), as chart and as table. */
export function AttackCounts({ event, attackCounts }: AttackCountsProps) {
  const t = useTranslations("event.counts");
  if (attackCounts.length === 0) {
    return (
      <EventSection id="attack-counts" title={t("title")}>
        <p className={classes.none}>
          {CAPABILITIES[event.source].attackTimeline ? t("unsent") : t("unpublished")}
        </p>
      </EventSection>
    );
  }
  return <CountedAttacks event={event} attackCounts={attackCounts} />;
}

function CountedAttacks({ event, attackCounts }: AttackCountsProps) {
  const t = useTranslations("event.counts");
  const format = useTranslations("format");
  const { zone } = useTimeZone();
  const { firstSeenAt, lastSeenAt } = event;
  const span = useMemo(() => ({ from: firstSeenAt, to: lastSeenAt }), [firstSeenAt, lastSeenAt]);
  const all = useMemo(() => buildAttackCountSeries(attackCounts, span), [attackCounts, span]);
  const [range, setRange] = useState<ChartRange | null>(null);
  const shown = useMemo(() => countsWithin(attackCounts, range), [attackCounts, range]);
  const series = useMemo(
    () => (range === null ? all : buildAttackCountSeries(shown, span)),
    [range, all, shown, span],
  );
  const remark = t("remark", {
    attacks: t("attacks", { count: series.total }),
    width: formatDuration(series.stepMs, format),
  });
  return (
    <EventSection id="attack-counts" title={t("title")} remark={remark}>
      <AttackCountZoom all={all} span={span} range={range} onRange={setRange} />
      <div aria-hidden="true">
        {shown.length > 0 ? (
          <AttackCountChart series={series} zone={zone} onZoom={setRange} />
        ) : (
          <p className={classes.quiet}>{t("quiet")}</p>
        )}
      </div>
      <ul className={classes.legend}>
        {all.spanPosition === "overlaps" ? (
          <li data-key="inside">{t("inside")}</li>
        ) : (
          <li>
            {t.rich(all.spanPosition, {
              at: () => <InstantText instant={lastSeenAt} precision="minute" />,
            })}
          </li>
        )}
        {all.outsideSpan > 0 && (
          <li data-key="outside">{t("outside", { attacks: t("attacks", { count: all.outsideSpan }) })}</li>
        )}
        {shown.length > 0 && !series.toScale && <li>{t("notToScale")}</li>}
        {all.total !== event.attackCount && (
          <li>{t("productTotal", { count: formatCount(event.attackCount) })}</li>
        )}
      </ul>
      <details className={classes.details}>
        <summary>{t("table")}</summary>
        <AttackCountTable attackCounts={shown} />
      </details>
    </EventSection>
  );
}

/** The counts of a stretch; all of them without one. */
function countsWithin(attackCounts: readonly AttackBucket[], range: ChartRange | null) {
  if (range === null) return attackCounts;
  return attackCounts.filter(({ at }) => Date.parse(at) >= range.from && Date.parse(at) < range.to);
}

function AttackCountTable({ attackCounts }: Pick<AttackCountsProps, "attackCounts">) {
  const t = useTranslations("event.counts");
  const { zone } = useTimeZone();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t("label")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("from", { zone })}</th>
            <th scope="col">{t("count")}</th>
          </tr>
        </thead>
        <tbody>
          {attackCounts.map(({ at, count }) => (
            <tr key={at}>
              <td>
                <InstantText instant={at} />
              </td>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
