"use client";

import "@/components/layout/mantine-part-styles";
import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTimeZone } from "@/components/layout/time-zone";
import { fromFieldValue, type TimeRange, toFieldValue } from "./time-range";
import classes from "./time-range-control.module.css";

type AbsoluteRangeFormProps = { range: TimeRange; onApply: (range: TimeRange) => void };

/** Two instants, typed in the visible zone. Either may be left open. */
export function AbsoluteRangeForm({ range, onApply }: AbsoluteRangeFormProps) {
  const t = useTranslations("events.time");
  const { zone } = useTimeZone();
  const [from, setFrom] = useState(() => toFieldValue(range.from, zone, new Date()));
  const [to, setTo] = useState(() => toFieldValue(range.to, zone, new Date()));
  const reversed = from !== "" && to !== "" && from >= to;

  function apply(event: FormEvent) {
    event.preventDefault();
    if (!reversed) onApply({ from: fromFieldValue(from, zone), to: fromFieldValue(to, zone) });
  }

  return (
    <form onSubmit={apply} className={classes.form}>
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("from")}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("to")}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={reversed ? t("reversed") : undefined}
      />
      <Button type="submit" disabled={reversed}>
        {t("apply")}
      </Button>
    </form>
  );
}
