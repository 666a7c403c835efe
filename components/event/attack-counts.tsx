"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { buildAttackCountSeries } from "@/components/charts/attack-count-series";
import { useTimeZone } from "@/components/layout/time-zone";
import { InstantText } from "@/components/ui/instant-text";
import type { AttackBucket } from "@/lib/api/event-detail";
import { CAPABILITIES } from "@/lib/events/capabilities";
import type { SecurityEvent } from "@/lib/events/event";
import { formatCount, formatQuantity } from "@/lib/format/count";
import { formatDuration } from "@/lib/format/duration";
import classes from "./attack-counts.module.css";
import { EventSection } from "./event-section";

// The chart library is loaded after the page: the table below says the same until then.
const AttackCountChart = dynamic(
  async () => (await import("@/components/charts/attack-count-chart")).AttackCountChart,
  { ssr: false, loading: () => <div className={classes.placeholder} /> },
);

type AttackCountsProps = { event: SecurityEvent; attackCounts: readonly AttackBucket[] };

/** The product's own attack counts over time (AttackCntInfo), as chart and as table. */
export function AttackCounts({ event, attackCounts }: AttackCountsProps) {
  if (attackCounts.length === 0) {
    return (
      <EventSection id="attack-counts" title="Attacks over time">
        <p className={classes.none}>
          {CAPABILITIES[event.source].attackTimeline
            ? "The cloud sent no attack counts over time for this event."
            : "This product publishes no attack counts over time."}
        </p>
      </EventSection>
    );
  }
  return <CountedAttacks event={event} attackCounts={attackCounts} />;
}

function CountedAttacks({ event, attackCounts }: AttackCountsProps) {
  const { zone } = useTimeZone();
  const { firstSeenAt, lastSeenAt } = event;
  const series = useMemo(
    () => buildAttackCountSeries(attackCounts, { from: firstSeenAt, to: lastSeenAt }),
    [attackCounts, firstSeenAt, lastSeenAt],
  );
  const remark = `${formatQuantity(series.total, "attack")}, bars of ${formatDuration(series.stepMs)}`;
  return (
    <EventSection id="attack-counts" title="Attacks over time" remark={remark}>
      <div aria-hidden="true">
        <AttackCountChart series={series} zone={zone} />
      </div>
      <ul className={classes.legend}>
        {series.spanPosition === "overlaps" ? (
          <li data-key="inside">during the event</li>
        ) : (
          <li>
            The event's own time lies {series.spanPosition} these counts, until{" "}
            <InstantText instant={lastSeenAt} precision="minute" />
          </li>
        )}
        {series.outsideSpan > 0 && (
          <li data-key="outside">
            outside the event's own time: {formatQuantity(series.outsideSpan, "attack")}
          </li>
        )}
        {!series.toScale && <li>not to scale: quiet stretches are left out</li>}
        {series.total !== event.attackCount && (
          <li>the product's total for the event is {formatCount(event.attackCount)}</li>
        )}
      </ul>
      <details className={classes.details}>
        <summary>Counts as a table</summary>
        <AttackCountTable attackCounts={attackCounts} />
      </details>
    </EventSection>
  );
}

function AttackCountTable({ attackCounts }: Pick<AttackCountsProps, "attackCounts">) {
  const { zone } = useTimeZone();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label="Attack counts">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">From ({zone})</th>
            <th scope="col">Attacks</th>
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
