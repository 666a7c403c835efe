"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/language/sentences";
import { FoldableText } from "@/components/ui/foldable-text";
import { OutcomeLabel } from "@/components/ui/outcome-label";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { SourceLabel } from "@/components/ui/source-label";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SecurityEvent } from "@/lib/events/event";
import { formatCount } from "@/lib/format/count";
import { EventCopies } from "./event-copies";
import classes from "./event-header.module.css";
import { EventTimes } from "./event-times";
import { useEventRow } from "./use-event-row";
import { ValueWays } from "./value-ways";

type EventHeaderProps = {
  /** As it was read; what people changed since is read here. */
  event: SecurityEvent;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
  /** The first heading of a page of its own, the second beside the list. */
  title: "h1" | "h2";
};

/** What the event is, in one look. */
export function EventHeader({ event: read, renderedAt, title: Title }: EventHeaderProps) {
  const event = useEventRow(read);
  const t = useTranslations("event.header");
  const format = useTranslations("format");
  const say = useSentence();
  return (
    <header className={classes.header}>
      <div className={classes.kind}>
        <span className={classes.value}>
          <SeverityBadge severity={event.severity} />
          <ValueWays field="severity" value={event.severity} label={format(`severity.${event.severity}`)} />
        </span>
        <span className={classes.value}>
          <SourceLabel source={event.source} connection={event.connection} />
          <ValueWays field="source" value={event.source} label={format(`source.${event.source}`)} />
        </span>
        <EventCopies event={event} />
      </div>
      <Title className={classes.title}>
        <FoldableText text={say(event.title)} />
      </Title>
      <dl className={classes.figures}>
        <div>
          <dt>{format("field.status")}</dt>
          <dd>
            <StatusBadge status={event.status} writeState={event.writeState} />
            <ValueWays field="status" value={event.status} label={format(`status.${event.status}`)} />
            <span className={classes.quiet}>{format(`statusOrigin.${event.statusOrigin}`)}</span>
          </dd>
        </div>
        <div>
          <dt>{format("field.outcome")}</dt>
          <dd>
            <OutcomeLabel outcome={event.outcome} />
            <ValueWays field="outcome" value={event.outcome} label={format(`outcome.${event.outcome}`)} />
          </dd>
        </div>
        <div>
          <dt>{t("attacks")}</dt>
          <dd>
            {formatCount(event.attackCount)}
            {event.blockedCount !== null && (
              <span className={classes.quiet}>
                {t("blocked", { count: formatCount(event.blockedCount) })}
              </span>
            )}
          </dd>
        </div>
        <EventTimes event={event} renderedAt={renderedAt} />
      </dl>
    </header>
  );
}
