import { Button, type ButtonProps, type ElementProps } from "@mantine/core";
import { CalendarClock, ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTimeZone } from "@/components/layout/time-zone";
import { describeRange, rangeInFull, type TimeRange } from "./time-range";
import classes from "./time-range-control.module.css";

type TimeRangeButtonProps = ButtonProps & ElementProps<"button", keyof ButtonProps> & { range: TimeRange };

/** The range in words; opens what changes it. */
export function TimeRangeButton({ range, className = "", ...button }: TimeRangeButtonProps) {
  const t = useTranslations("events");
  const format = useTranslations("format");
  const { zone } = useTimeZone();
  const language = useLocale();
  return (
    <Button
      variant="default"
      className={`${classes.target} ${className}`}
      title={rangeInFull(range, zone, language, new Date())}
      suppressHydrationWarning
      leftSection={<CalendarClock size={14} aria-hidden="true" />}
      rightSection={<ChevronDown size={14} aria-hidden="true" />}
      {...button}
    >
      <span className="sr-only">{t("time.range")}</span>
      {describeRange(range, zone, t, format)}
    </Button>
  );
}
