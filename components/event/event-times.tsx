"use client";

import { useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { InstantText } from "@/components/ui/instant-text";
import { useNow } from "@/components/ui/use-now";
import type { SecurityEvent } from "@/lib/events/event";
import { formatAge } from "@/lib/format/duration";
import classes from "./event-header.module.css";

type EventTimesProps = {
  event: Pick<SecurityEvent, "firstSeenAt" | "lastSeenAt">;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

/** When the event was first and last seen, in the console's zone. */
export function EventTimes({ event: { firstSeenAt, lastSeenAt }, renderedAt }: EventTimesProps) {
  const t = useTranslations("event.times");
  const format = useTranslations("format");
  const { zone } = useTimeZone();
  const now = useNow(renderedAt);
  return (
    <>
      <div>
        <dt>{t("first", { zone })}</dt>
        <dd>{firstSeenAt ? <InstantText instant={firstSeenAt} /> : t("unpublished")}</dd>
      </div>
      <div>
        <dt>{t("last", { zone })}</dt>
        <dd>
          <InstantText instant={lastSeenAt} />
          <span className={classes.quiet}>{formatAge(lastSeenAt, now, format)}</span>
        </dd>
      </div>
    </>
  );
}
