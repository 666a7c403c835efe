"use client";

import "@/components/layout/mantine-part-styles";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { fromFieldValue, toFieldValue } from "@/components/events/time-range";
import { useTimeZone } from "@/components/layout/time-zone";
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
  const [typing, setTyping] = useState((from !== "" || to !== "") && period === undefined);
  return (
    <>
      <NativeSelect
        size="xs"
        label={t("filter.time")}
        value={typing ? CUSTOM : (period ?? "")}
        onChange={({ currentTarget: { value } }) => {
          setTyping(value === CUSTOM);
          if (value !== CUSTOM) onChoose({ from: value === "" ? "" : `-${value}`, to: "" });
        }}
        data={[
          { value: "", label: t("filter.any") },
          ...ACTIVITY_PERIODS.map((value) => ({ value, label: t(`period.${value}`) })),
          { value: CUSTOM, label: t("filter.custom") },
        ]}
      />
      {typing && <TwoTimes view={view} onChoose={onChoose} />}
    </>
  );
}

function TwoTimes({ view, onChoose }: ActivityTimesProps) {
  const t = useTranslations("activity.filter");
  const { zone } = useTimeZone();
  const [from, setFrom] = useState(() => toFieldValue(view.from ?? null, zone, new Date()));
  const [to, setTo] = useState(() => toFieldValue(view.to ?? null, zone, new Date()));
  const reversed = from !== "" && to !== "" && from >= to;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (reversed) return;
    onChoose({ from: fromFieldValue(from, zone) ?? "", to: fromFieldValue(to, zone) ?? "" });
  }
  return (
    <form className={classes.times} onSubmit={submit}>
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("from")}
        value={from}
        onChange={(change) => setFrom(change.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        label={t("to")}
        value={to}
        error={reversed && t("reversed")}
        onChange={(change) => setTo(change.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t("apply")}
      </Button>
    </form>
  );
}
