"use client";

import { ActionIcon, Button, Popover } from "@mantine/core";
import { CalendarClock, ChevronDown, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useTimeZone } from "@/components/layout/time-zone";
import { formatZone } from "@/lib/format/instant";
import { AbsoluteRangeForm } from "./absolute-range-form";
import { describeRange, TIME_PRESETS, type TimeRange, zoomedOut } from "./time-range";
import classes from "./time-range-control.module.css";

type TimeRangeControlProps = { range: TimeRange; onChange: (range: TimeRange) => void };

/** Which time the queue shows: a preset that ends now, or two instants. */
export function TimeRangeControl({ range, onChange }: TimeRangeControlProps) {
  const t = useTranslations("events");
  const format = useTranslations("format");
  const [open, setOpen] = useState(false);
  const { zone } = useTimeZone();
  const choose = (next: TimeRange) => {
    onChange(next);
    setOpen(false);
  };
  const wider = () => {
    const next = zoomedOut(range, new Date());
    if (next) onChange(next);
  };
  useShortcut("changeTimeRange", () => setOpen(true));
  return (
    <div className={classes.control}>
      <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            className={classes.target}
            leftSection={<CalendarClock size={14} aria-hidden="true" />}
            rightSection={<ChevronDown size={14} aria-hidden="true" />}
            onClick={() => setOpen(!open)}
          >
            <span className="sr-only">{t("time.range")}</span>
            {describeRange(range, zone, t, format)}
          </Button>
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
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t("time.zoomOut")}
        title={t("time.zoomOut")}
        disabled={range.from === null}
        onClick={wider}
      >
        <ZoomOut size={15} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
