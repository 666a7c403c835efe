"use client";

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
  const { zone } = useTimeZone();
  const now = useNow(renderedAt);
  return (
    <>
      <div>
        <dt>First seen ({zone})</dt>
        <dd>{firstSeenAt ? <InstantText instant={firstSeenAt} /> : "not published"}</dd>
      </div>
      <div>
        <dt>Last seen ({zone})</dt>
        <dd>
          <InstantText instant={lastSeenAt} />
          <span className={classes.quiet}>{formatAge(lastSeenAt, now)}</span>
        </dd>
      </div>
    </>
  );
}
