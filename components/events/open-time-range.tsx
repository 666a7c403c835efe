"use client";

import "@/components/layout/mantine-part-styles";
import { Button, Popover } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useTimeZone } from "@/components/layout/time-zone";
import { useOpenOnArrival } from "@/components/ui/use-open-on-arrival";
import { formatZone } from "@/lib/format/instant";
import { AbsoluteRangeForm } from "./absolute-range-form";
import { sameRange, TIME_PRESETS, type TimeRange } from "./time-range";
import { TimeRangeButton } from "./time-range-button";
import classes from "./time-range-control.module.css";

export type OpenTimeRangeProps = { range: TimeRange; onChange: (range: TimeRange) => void };

/** The presets, and the two instants as fields. */
export function OpenTimeRange({ range, onChange }: OpenTimeRangeProps) {
  const t = useTranslations("events");
  const { target, opened, setOpened } = useOpenOnArrival();
  const { zone } = useTimeZone();
  const choose = (next: TimeRange) => {
    // What is there already would be a step that Back seems not to undo.
    if (!sameRange(next, range)) onChange(next);
    setOpened(false);
  };
  useShortcut("changeTimeRange", () => setOpened(true));
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <TimeRangeButton ref={target} range={range} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={t("time.label")}>
        <div className={classes.presets}>
          {TIME_PRESETS.map(({ from, label }) => (
            <Button
              key={label}
              variant="subtle"
              color="gray"
              justify="flex-start"
              aria-pressed={range.from === from && range.to === null}
              className={classes.preset}
              onClick={() => choose({ from, to: null })}
            >
              {t(`time.${label}`)}
            </Button>
          ))}
        </div>
        <div className={classes.absolute}>
          <p className={classes.zone}>{t("timesIn", { zone: formatZone(zone, new Date()) })}</p>
          <AbsoluteRangeForm range={range} onApply={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
