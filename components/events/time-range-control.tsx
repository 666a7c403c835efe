"use client";

import { ActionIcon } from "@mantine/core";
import { Undo2, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShortcut } from "@/components/keyboard/use-shortcut";
import { useOnDemand } from "@/components/ui/use-on-demand";
import type { OpenTimeRangeProps } from "./open-time-range";
import { zoomedOut } from "./time-range";
import { TimeRangeButton } from "./time-range-button";
import classes from "./time-range-control.module.css";
import { useEarlierRange } from "./use-earlier-range";

const load = () => import("./open-time-range").then((module) => module.OpenTimeRange);

/** Which time the queue shows: a preset that ends now, or two instants. */
export function TimeRangeControl({ range, onChange }: OpenTimeRangeProps) {
  const t = useTranslations("events");
  const { part: OpenTimeRange, want, early } = useOnDemand(load);
  useShortcut("changeTimeRange", want, { enabled: OpenTimeRange === null });
  const wider = () => {
    const next = zoomedOut(range, new Date());
    if (next) onChange(next);
  };
  const earlier = useEarlierRange(range);
  useShortcut("zoomOut", wider);
  useShortcut("earlierTime", () => earlier && onChange(earlier));
  return (
    <div className={classes.control}>
      {OpenTimeRange ? (
        <OpenTimeRange range={range} onChange={onChange} />
      ) : (
        <TimeRangeButton
          range={range}
          aria-haspopup="dialog"
          aria-expanded={false}
          onClick={want}
          {...early}
        />
      )}
      <ActionIcon
        variant="default"
        size={30}
        className={classes.step ?? ""}
        aria-label={t("time.zoomOut")}
        title={t("time.zoomOut")}
        disabled={range.from === null}
        onClick={wider}
      >
        <ZoomOut size={15} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        className={classes.step ?? ""}
        aria-label={t("time.earlier")}
        title={t("time.earlier")}
        disabled={earlier === null}
        onClick={() => earlier && onChange(earlier)}
      >
        <Undo2 size={15} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
