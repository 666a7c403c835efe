"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { SEVERITIES, type Severity } from "@/lib/events/severity";
import { formatCompact } from "@/lib/format/count";
import { formatDistinct } from "@/lib/format/instant";
import type { TimelineBucket } from "./timeline-buckets";
import classes from "./timeline-panel.module.css";

type TimelineLegendProps = {
  /** Null until they are known. */
  counts: Record<Severity, number> | null;
  /** The buckets that are looked at; none for all. */
  range: readonly TimelineBucket[];
  measure: TimelineMeasure;
};

/** What the colours mean, with the numbers of the bars under the pointer or of all. */
export function TimelineLegend({ counts, range, measure }: TimelineLegendProps) {
  const { zone } = useTimeZone();
  const first = range[0];
  const last = range.at(-1);
  const t = useTranslations("events.timeline");
  const names = useTranslations("format.severity");
  const language = useLocale();
  const counted = measure === "events" ? "countEvents" : "countAttacks";
  return (
    <dl className={classes.legend}>
      {SEVERITIES.map((severity) => (
        <div key={severity} className={classes.entry} title={names(severity)}>
          <span
            className={classes.swatch}
            style={{ background: `var(--wf-${severity}-fill)` }}
            aria-hidden="true"
          />
          <dt className={classes.entryName}>{names(severity)}</dt>
          <dd
            className={classes.entryCount}
            title={counts ? t(counted, { count: counts[severity] }) : undefined}
          >
            {counts && formatCompact(counts[severity], language)}
          </dd>
        </div>
      ))}
      {first && last && (
        <div className={classes.when}>
          {formatDistinct(first.start, zone)} – {formatDistinct(last.end, zone)}
        </div>
      )}
    </dl>
  );
}
