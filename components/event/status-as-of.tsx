"use client";

import "@/components/layout/mantine-part-styles";
import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fromFieldValue } from "@/components/events/time-range";
import { useTimeZone } from "@/components/layout/time-zone";
import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import { useErrorText } from "@/components/ui/use-error-text";
import type { EventHistory } from "@/lib/api/event-detail";
import { statusLabel } from "@/lib/format/label";
import classes from "./status-history.module.css";
import { useStatusAt } from "./use-live-event";

/** The status that the event had at a moment which the reader chooses, in the visible zone. */
export function StatusAsOf({ eventId }: { eventId: string }) {
  const t = useTranslations("event.history");
  const errorText = useErrorText();
  const { zone } = useTimeZone();
  const [field, setField] = useState("");
  const { data, error } = useStatusAt(eventId, fromFieldValue(field, zone));
  return (
    <div className={classes.asOf}>
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("asOf", { zone })}
        value={field}
        onChange={(change) => setField(change.currentTarget.value)}
      />
      <p role="status" className={classes.cloud}>
        {error && t("asOfFailed", { reason: errorText(error) })}
        {!error && data && <AsOfText asOf={data} />}
      </p>
    </div>
  );
}

function AsOfText({ asOf: { status, since } }: { asOf: NonNullable<EventHistory["asOf"]> }) {
  const t = useTranslations("event.history");
  const format = useTranslations("format");
  const label = () => (
    <strong>
      <FoldableText text={statusLabel(status, format)} />
    </strong>
  );
  return since === null
    ? t.rich("wasAlways", { status: label })
    : t.rich("wasSince", { status: label, at: () => <InstantText instant={since} /> });
}
