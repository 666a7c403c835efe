"use client";

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { memo, useCallback, useMemo, useState } from "react";
import { useTimeZone } from "@/components/layout/time-zone";
import { orNothing } from "@/components/ui/load-part";
import { Notice } from "@/components/ui/notice";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { useErrorText } from "@/components/ui/use-error-text";
import { useIdle } from "@/components/ui/use-idle";
import { TIMELINE_MEASURES, type TimelineMeasure } from "@/lib/api/timeline-measure";
import { formatTick } from "@/lib/format/instant";
import { timelineQuery } from "./queue-queries";
import type { QueueView } from "./queue-view";
import type { TimeRange } from "./time-range";
import { sumBuckets, timelineBuckets } from "./timeline-buckets";
import { TimelineGaps } from "./timeline-gaps";
import { TimelineLegend } from "./timeline-legend";
import classes from "./timeline-panel.module.css";
import { TimelineSelection } from "./timeline-selection";
import { TimelineTable } from "./timeline-table";

// The chart library is as heavy as all the rest: it comes after the rows, into a space that is kept for it.
const TimelineChart = dynamic(
  orNothing(() => import("@/components/charts/timeline-chart").then((module) => module.TimelineChart)),
  { ssr: false, loading: () => <Skeleton height="100%" radius="xs" /> },
);

const DAY_SECONDS = 86_400;

type TimelinePanelProps = {
  view: QueueView;
  /** The rows are there: neither the numbers nor the chart compete with them. */
  ready: boolean;
  onMeasure: (measure: TimelineMeasure) => void;
  onRange: (range: TimeRange) => void;
};

/** Events or attacks over time, stacked by severity; picking bars narrows the time. */
export const TimelinePanel = memo(function TimelinePanel(props: TimelinePanelProps) {
  const { view, ready, onMeasure, onRange } = props;
  const t = useTranslations("events.timeline");
  const errorText = useErrorText();
  const idle = useIdle();
  const { data, error } = useQuery({ ...timelineQuery(view), enabled: idle && ready });
  const { zone } = useTimeZone();
  const [looked, setLooked] = useState<readonly [number, number] | null>(null);
  const buckets = useMemo(() => (data ? timelineBuckets(data) : []), [data]);
  const lookedAt = looked ? buckets.slice(looked[0], looked[1] + 1) : buckets;
  const daily = (data?.bucketSeconds ?? 0) >= DAY_SECONDS;
  // Always the same while the bars are: the chart is not drawn anew with everything around it.
  const tick = useCallback((start: string) => formatTick(start, { zone, daily }), [zone, daily]);

  return (
    <section className={classes.panel} aria-label={t("label")}>
      <div className={classes.bar}>
        <TimelineLegend
          counts={data ? sumBuckets(lookedAt) : null}
          range={looked ? lookedAt : []}
          measure={view.measure}
        />
        <SegmentedChoice
          label={t("measure")}
          value={view.measure}
          onChange={onMeasure}
          choices={TIMELINE_MEASURES.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <div className={classes.plot}>
        {data && <TimelineChart bars={buckets} tick={tick} />}
        {data?.gaps && <TimelineGaps gaps={data.gaps} buckets={buckets} />}
        {data && buckets.length > 0 && (
          <TimelineSelection
            buckets={buckets}
            measure={view.measure}
            onLook={setLooked}
            onSelect={(first, last) => onRange({ from: first.start, to: last.end })}
          />
        )}
        {!data && error && <Notice tone="danger">{t("failed", { reason: errorText(error) })}</Notice>}
        {!data && !error && <Skeleton height="100%" radius="xs" />}
        {data && buckets.every(({ total }) => total === 0) && (
          <p className={classes.nothing}>{t(view.measure === "events" ? "noEvents" : "noAttacks")}</p>
        )}
      </div>
      <TimelineTable buckets={buckets} measure={view.measure} />
    </section>
  );
});
