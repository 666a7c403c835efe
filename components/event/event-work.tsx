"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { readAgain } from "@/components/ui/read-again";
import type { EventHistory } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import { AssigneeControl } from "./assignee-control";
import { EventSection } from "./event-section";
import { EventViewers } from "./event-viewers";
import classes from "./event-work.module.css";
import { StatusControl } from "./status-control";
import { useEventRow } from "./use-event-row";

type EventWorkProps = {
  /** As it was read; what people changed since is read here. */
  event: SecurityEvent;
  history: EventHistory | undefined;
  withKeys: boolean;
};

/** What a person does with the event: its status, and who has it. */
export function EventWork({ event: read, history, withKeys }: EventWorkProps) {
  const t = useTranslations("event.work");
  const client = useQueryClient();
  const event = useEventRow(read);

  // Each step of a change is in the history, whoever made it.
  const step = `${event.id} ${event.version} ${event.writeState}`;
  const known = useRef(step);
  useEffect(() => {
    if (known.current === step) return;
    known.current = step;
    readAgain(client, ["event-history"]);
  }, [client, step]);

  return (
    <EventSection id="work" title={t("title")}>
      <div className={classes.rows}>
        <StatusControl event={event} history={history} withKeys={withKeys} />
        <AssigneeControl event={event} />
        <EventViewers eventId={event.id} />
      </div>
    </EventSection>
  );
}
