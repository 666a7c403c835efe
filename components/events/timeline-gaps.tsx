"use client";

import { useTranslations } from "next-intl";
import { TIMELINE_PLOT } from "@/components/charts/timeline-plot";
import { useSentence } from "@/components/language/sentences";
import { useTimeZone } from "@/components/layout/time-zone";
import type { TimelineGap } from "@/lib/api/event-list";
import { formatInstant } from "@/lib/format/instant";
import type { TimelineBucket } from "./timeline-buckets";
import classes from "./timeline-panel.module.css";

type TimelineGapsProps = { gaps: readonly TimelineGap[]; buckets: readonly TimelineBucket[] };

/** Gaps listed for a screen reader; more are counted. */
const LISTED = 20;

/** Hatched stretches behind the bars: nothing there may mean that nothing was read. */
export function TimelineGaps({ gaps, buckets }: TimelineGapsProps) {
  const t = useTranslations("events.timeline");
  const { zone } = useTimeZone();
  const say = useSentence();
  const start = Date.parse(buckets[0]?.start ?? "");
  const end = Date.parse(buckets.at(-1)?.end ?? "");
  if (gaps.length === 0 || !(end > start)) return null;
  // Time before the lookback was never meant to be read: it is hatched, but nothing is missing.
  const missing = gaps.filter(({ kind }) => kind !== "before-lookback");
  const share = (instant: string) =>
    Math.min(Math.max((Date.parse(instant) - start) / (end - start), 0), 1) * 100;
  const words = ({ from, to, connection, reason }: TimelineGap) =>
    t("gap", {
      connection,
      reason: say(reason),
      from: formatInstant(from, { zone, precision: "minute" }),
      to: formatInstant(to, { zone, precision: "minute" }),
    });
  return (
    <>
      <div className={classes.gaps} style={TIMELINE_PLOT} aria-hidden="true">
        {gaps.map((gap) => (
          <span
            key={`${gap.connection} ${gap.source} ${gap.from}`}
            className={classes.gap}
            style={{ left: `${share(gap.from)}%`, width: `${share(gap.to) - share(gap.from)}%` }}
          />
        ))}
      </div>
      {missing.length > 0 && (
        <p className={classes.gapNote} title={missing.map(words).join("\n")}>
          {t("gaps", { count: missing.length })}
        </p>
      )}
      <ul className="sr-only">
        {gaps.slice(0, LISTED).map((gap) => (
          <li key={`${gap.connection} ${gap.source} ${gap.from}`}>{words(gap)}</li>
        ))}
      </ul>
    </>
  );
}
