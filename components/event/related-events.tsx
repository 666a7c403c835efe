"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { queueHref } from "@/components/events/queue-href";
import { InertText } from "@/components/ui/inert-text";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Figure } from "@/lib/api/figure";
import { readJson } from "@/lib/api/read-json";
import { relatedEventsSchema } from "@/lib/api/related-events";
import { formatCount } from "@/lib/format/count";
import { typeLabel } from "@/lib/format/label";
import { EventSection } from "./event-section";
import classes from "./related-events.module.css";
import { ValueWays } from "./value-ways";

/** How many events share an attacker, the target or the type with this one; each figure leads to them. */
export function RelatedEvents({ eventId }: { eventId: string }) {
  const t = useTranslations("event.related");
  const format = useTranslations("format");
  const errorText = useErrorText();
  const { data, error } = useQuery({
    queryKey: ["event", eventId, "related"],
    queryFn: ({ signal }) =>
      readJson(`/api/events/${encodeURIComponent(eventId)}/related`, relatedEventsSchema, signal),
  });
  return (
    <EventSection id="related" title={t("title")}>
      {error && !data && <p>{t("failed", { reason: errorText(error) })}</p>}
      {data && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("shared")}</th>
              <th scope="col">{t("around")}</th>
              <th scope="col">{t("overall")}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ by, value, inWindow, overall }) => (
              <tr key={`${by} ${value}`}>
                <th scope="row">
                  <span className={classes.by}>{t(`by.${by}`)}</span>
                  <span className={classes.value}>
                    <InertText mono clip text={by === "type" ? typeLabel(value, format) : value} />
                    {by !== "rule" && <ValueWays field={by} value={value} />}
                  </span>
                </th>
                <td>
                  <FigureLink {...inWindow} />
                </td>
                <td>
                  <FigureLink {...overall} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data && data.moreAttackers > 0 && <p>{t("more", { count: data.moreAttackers })}</p>}
    </EventSection>
  );
}

/** A number that leads to what it counts. */
function FigureLink({ count, filter }: Figure) {
  return (
    <Link href={queueHref(filter)} prefetch={false}>
      {formatCount(count)}
    </Link>
  );
}
