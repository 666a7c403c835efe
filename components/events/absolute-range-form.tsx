"use client";

import "@/components/layout/mantine-part-styles";
import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTimeZone } from "@/components/layout/time-zone";
import { isReversed, rangeFields, type TimeRange, typedRange } from "./time-range";
import classes from "./time-range-control.module.css";

type AbsoluteRangeFormProps = { range: TimeRange; onApply: (range: TimeRange) => void };

/** Two instants, typed in the visible zone. Either may be left open. */
export function AbsoluteRangeForm({ range, onApply }: AbsoluteRangeFormProps) {
  const t = useTranslations("events.time");
  const { zone } = useTimeZone();
  const [filled] = useState(() => ({ range, zone, now: new Date() }));
  const [fields, setFields] = useState(() => rangeFields(filled));
  const typed = typedRange(fields, filled);
  const reversed = isReversed(typed, filled.now);

  function apply(event: FormEvent) {
    event.preventDefault();
    if (!reversed) onApply(typed);
  }

  return (
    <form onSubmit={apply} className={classes.form}>
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("from")}
        value={fields.from}
        onChange={(event) => setFields({ ...fields, from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("to")}
        value={fields.to}
        onChange={(event) => setFields({ ...fields, to: event.currentTarget.value })}
        error={reversed ? t("reversed") : undefined}
      />
      <Button type="submit" disabled={reversed}>
        {t("apply")}
      </Button>
    </form>
  );
}
