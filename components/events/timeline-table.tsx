"use client";

import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import type { TimelineMeasure } from "@/lib/api/timeline-measure";
import { SEVERITIES } from "@/lib/events/severity";
import { formatDistinct, formatZone } from "@/lib/format/instant";
import type { TimelineBucket } from "./timeline-buckets";

type TimelineTableProps = { buckets: readonly TimelineBucket[]; measure: TimelineMeasure };

/** The timeline's numbers for a screen reader; buckets without anything are left out. */
export function TimelineTable({ buckets, measure }: TimelineTableProps) {
  const t = useTranslations("events.timeline");
  const names = useTranslations("format.severity");
  const { zone } = useTimeZone();
  const filled = buckets.filter(({ total }) => total > 0);
  return (
    <div className="sr-only">
      <table>
        <caption>
          {t(measure === "events" ? "captionEvents" : "captionAttacks", {
            zone: formatZone(zone, new Date(buckets[0]?.start ?? 0)),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("from")}</th>
            {SEVERITIES.map((severity) => (
              <th key={severity} scope="col">
                {names(severity)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map(({ start, counts }) => (
            <tr key={start}>
              <th scope="row">{formatDistinct(start, zone)}</th>
              {SEVERITIES.map((severity) => (
                <td key={severity}>{counts[severity]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
