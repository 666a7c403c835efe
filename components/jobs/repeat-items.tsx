"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useMayWork } from "@/components/layout/signed-in";
import { WhyFields } from "@/components/triage/why-fields";
import { withTriageTexts } from "@/components/triage/with-triage-texts";
import type { Job, RepeatedItems, RepeatJobRequest } from "@/lib/api/jobs";
import { isClosing, type Status } from "@/lib/events/status";
import classes from "./jobs.module.css";
import { missingWhy } from "./missing-why";
import type { JobOrders } from "./use-job-orders";

type RepeatItemsProps = {
  job: Job;
  status: Status;
  only: RepeatedItems;
  count: number;
  orders: JobOrders;
};

/**
 * Sets the status after all where the bulk change did not reach. It goes with the note and reason of the change; where
 * the server wants more, it is asked for here, below what the server says.
 */
export const RepeatItems = withTriageTexts(function RepeatItems(props: RepeatItemsProps) {
  const { job, status, only, count, orders } = props;
  const t = useTranslations("jobs");
  const mayWork = useMayWork();
  const [required, setRequired] = useState<ReturnType<typeof missingWhy>>(null);
  const [note, setNote] = useState(job.note ?? "");
  const [reason, setReason] = useState(job.reason);

  const send = (request: RepeatJobRequest) =>
    orders.mutate(
      { kind: "repeat", request },
      {
        onSuccess: () => setRequired(null),
        onError: (error) => setRequired((before) => missingWhy(error) ?? before),
      },
    );
  function submit(event: FormEvent) {
    event.preventDefault();
    send({ only, ...(required && { note: note.trim(), ...(reason && { reason }) }) });
  }

  const incomplete = (required?.note && note.trim() === "") || (required?.reason && reason === null);
  return (
    <form onSubmit={submit} className={classes.repeat}>
      {required && (
        <WhyFields
          closing={isClosing(status)}
          required={required}
          reason={reason}
          onReason={setReason}
          note={note}
          onNote={setNote}
        />
      )}
      <Button type="submit" size="compact-xs" disabled={!mayWork || orders.isPending || incomplete === true}>
        {t(`repeat.${only}`, { count })}
      </Button>
    </form>
  );
});
