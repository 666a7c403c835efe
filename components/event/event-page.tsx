"use client";

import { useTranslations } from "next-intl";
import { BackLink } from "@/components/ui/back-link";
import { useErrorText } from "@/components/ui/use-error-text";
import { EventContent } from "./event-content";
import { EventHeader } from "./event-header";
import classes from "./event-page.module.css";
import { PageKeys } from "./page-keys";
import type { ShownEvent } from "./shown-event";
import { useEventNotices } from "./use-event-notices";
import { useEventHistory, useLiveEvent } from "./use-live-event";
import { usePageFilter } from "./use-page-filter";
import { useQueueHref } from "./use-queue-href";
import { ValueFilterProvider } from "./value-filter";

type EventPageProps = {
  /** From the index, for the first HTML; live facets and history follow. */
  indexed: ShownEvent;
  /** The upstream record exactly as it came. */
  rawText: string;
  /** ISO 8601: when the server rendered. */
  renderedAt: string;
};

/** The page of one event. A cloud that does not answer takes nothing away from what the index holds. */
export function EventPage({ indexed, rawText, renderedAt }: EventPageProps) {
  const t = useTranslations("event");
  const errorText = useErrorText();
  const queueHref = useQueueHref();
  const live = useLiveEvent(indexed.event.id);
  const history = useEventHistory(indexed.event.id);
  const record = live.data ?? indexed;
  useEventNotices(indexed.event.id);
  return (
    <article className={classes.page}>
      <PageKeys eventId={indexed.event.id} queueHref={queueHref} />
      <BackLink href={queueHref}>{t("back")}</BackLink>
      <ValueFilterProvider {...usePageFilter()}>
        <EventHeader event={record.event} renderedAt={renderedAt} title="h1" />
        <EventContent
          key={indexed.event.id}
          record={record}
          rawText={rawText}
          history={history}
          live={{
            reading: live.isFetching,
            failure: live.error && errorText(live.error),
            onRetry: () => live.refetch(),
          }}
        />
      </ValueFilterProvider>
    </article>
  );
}
