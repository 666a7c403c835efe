"use client";

import { Button, Portal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMayWork } from "@/components/layout/signed-in";
import { StatusAnswer } from "@/components/triage/status-answer";
import { StatusForm } from "@/components/triage/status-form";
import { useGuidedStatus } from "@/components/triage/use-guided-status";
import { VerdictKeys } from "@/components/triage/verdict-keys";
import type { EventHistory } from "@/lib/api/event-detail";
import type { SecurityEvent } from "@/lib/events/event";
import { awaitsDecision, STATUSES, type Status } from "@/lib/events/status";
import classes from "./event-work.module.css";
import { WriteProgress } from "./write-progress";

type StatusControlProps = {
  event: Pick<SecurityEvent, "id" | "version" | "status" | "statusOrigin" | "writeState">;
  history: EventHistory | undefined;
  /** Answers to the keys of the statuses; beside the list, the queue does. */
  withKeys: boolean;
};

/** Sets the event's status and shows how far it has come; for people who may not, it says why it does nothing. */
export function StatusControl({ event, history, withKeys }: StatusControlProps) {
  const t = useTranslations("event.work");
  const triage = useTranslations("triage.status");
  const format = useTranslations("format");
  const mayWork = useMayWork();
  const { id, version } = event;
  const guided = useGuidedStatus(id);
  const order = (status: Status) => ({ target: { events: [{ id, version }] }, status });
  const set = (status: Status) => {
    if (!guided.pending) guided.set(order(status));
  };
  // A status that did not get into the cloud can be sent there again, and one set there be kept.
  const stands = (status: Status) => status === event.status && !awaitsDecision(event.writeState);
  return (
    <>
      <div className={classes.row}>
        <span className={classes.label}>{format("field.status")}</span>
        <fieldset className={classes.statuses} aria-label={triage("label")} disabled={!mayWork}>
          {STATUSES.map((status) => (
            <Button
              key={status}
              size="compact-sm"
              variant={status === event.status ? "filled" : "default"}
              aria-pressed={status === event.status}
              onClick={() => !stands(status) && set(status)}
            >
              {format(`status.${status}`)}
            </Button>
          ))}
          <Button size="compact-sm" variant="light" onClick={() => guided.ask(order(event.status))}>
            {t("withNote")}
          </Button>
        </fieldset>
        {!mayWork && <span className={classes.quiet}>{triage("viewer")}</span>}
        {mayWork && withKeys && <VerdictKeys onStatus={set} />}
      </div>
      <WriteProgress event={event} history={history} onDecide={mayWork ? set : null} />
      <StatusForm guided={guided} />
      <Portal>
        <StatusAnswer triage={guided} />
      </Portal>
    </>
  );
}
