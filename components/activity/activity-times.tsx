"use client";

import "@/components/layout/mantine-part-styles";
import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { isReversed, rangeFields, typedRange } from "@/components/events/time-range";
import { useTimeZone } from "@/components/layout/time-zone";
import { ChoiceSelect } from "@/components/ui/choice-select";
import type { TimeZone } from "@/lib/format/instant";
import classes from "./activity.module.css";
import { ACTIVITY_PERIODS, type ActivityView } from "./activity-view";

/** Stands for two times that are typed. */
const CUSTOM = "custom";

type ActivityTimesProps = { view: ActivityView; onChoose: (range: { from: string; to: string }) => void };

/** When: a time that ends now, or between two times in the visible zone. */
export function ActivityTimes({ view, onChoose }: ActivityTimesProps) {
  const t = useTranslations("activity");
  const { from = "", to = "" } = view;
  const period = ACTIVITY_PERIODS.find((candidate) => to === "" && from === `-${candidate}`);
  const { zone } = useTimeZone();
  const [typing, setTyping] = useState((from !== "" || to !== "") && period === undefined);
  return (
    <>
      <ChoiceSelect
        label={t("filter.time")}
        value={typing ? CUSTOM : (period ?? "")}
        onChoose={(value) => {
          setTyping(value === CUSTOM);
          if (value !== CUSTOM) onChoose({ from: value === "" ? "" : `-${value}`, to: "" });
        }}
        data={[
          { value: "", label: t("filter.any") },
          ...ACTIVITY_PERIODS.map((value) => ({ value, label: t(`period.${value}`) })),
          { value: CUSTOM, label: t("filter.custom") },
        ]}
      />
      {/* The same digits would mean another time in another zone. */}
      {typing && <TwoTimes key={zone} zone={zone} view={view} onChoose={onChoose} />}
    </>
  );
}

function TwoTimes({ view, onChoose, zone }: ActivityTimesProps & { zone: TimeZone }) {
  const t = useTranslations("activity.filter");
  const [filled] = useState(() => ({
    range: { from: view.from || null, to: view.to || null },
    zone,
    now: new Date(),
  }));
  const [fields, setFields] = useState(() => rangeFields(filled));
  const typed = typedRange(fields, filled);
  const reversed = isReversed(typed, filled.now);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!reversed) onChoose({ from: typed.from ?? "", to: typed.to ?? "" });
  }
  return (
    <form className={classes.times} onSubmit={submit}>
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("from")}
        value={fields.from}
        onChange={(change) => setFields({ ...fields, from: change.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("to")}
        value={fields.to}
        error={reversed && t("reversed")}
        onChange={(change) => setFields({ ...fields, to: change.currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {t("apply")}
      </Button>
    </form>
  );
}
