"use client";

import { Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { EventContent } from "@/components/event/event-content";
import { useEventHistory } from "@/components/event/use-live-event";
import { Failure } from "@/components/ui/failure";
import classes from "./event-panel.module.css";
import type { PanelEvent } from "./use-panel-event";

type PanelContentProps = {
  eventId: string;
  reading: PanelEvent;
  withKeys: boolean;
};

/** The content of the event's page, as far as it is there. */
export function PanelContent({ eventId, reading, withKeys }: PanelContentProps) {
  const t = useTranslations("event-panel");
  // The head is on the screen before all this is rendered.
  const record = useDeferredValue(reading.record, undefined);
  const history = useEventHistory(eventId, { enabled: record?.event.id === eventId });
  if (reading.error) {
    return <Failure title={t("failed")} error={reading.error} onRetry={() => void reading.retry()} />;
  }
  if (record?.event.id !== eventId) {
    return (
      <div className={classes.reading}>
        <span className="sr-only" role="status">
          {t("reading")}
        </span>
        <Skeleton height={140} radius="sm" />
        <Skeleton height={220} radius="sm" />
      </div>
    );
  }
  return (
    <EventContent
      key={eventId}
      besideList
      withKeys={withKeys}
      record={record}
      rawText={reading.rawText}
      live={reading.live}
      history={history}
    />
  );
}
