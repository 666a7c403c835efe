"use client";

import { ActionIcon, Button } from "@mantine/core";
import { ChevronLeft, ChevronRight, type LucideIcon, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AttackCountSeries, EventSpan } from "@/components/charts/attack-count-series";
import { type ChartRange, type ZoomStep, zoomed } from "@/components/charts/chart-zoom";
import { InstantText } from "@/components/ui/instant-text";
import classes from "./attack-counts.module.css";

const STEPS: readonly (readonly [ZoomStep, LucideIcon])[] = [
  ["in", ZoomIn],
  ["out", ZoomOut],
  ["earlier", ChevronLeft],
  ["later", ChevronRight],
];

type AttackCountZoomProps = {
  /** Everything that was published. */
  all: AttackCountSeries;
  span: EventSpan;
  /** What is shown of it; null for all. */
  range: ChartRange | null;
  onRange: (range: ChartRange | null) => void;
};

/** Ways to a part of the attack counts, for those who do not draw over the bars. */
export function AttackCountZoom({ all, span, range, onRange }: AttackCountZoomProps) {
  const t = useTranslations("event.counts.zoom");
  const [first, last] = [all.points[0], all.points.at(-1)];
  if (!first || !last || first === last) return null;
  const whole = { from: first.at, to: last.at + all.stepMs };
  const own = { from: Date.parse(span.from ?? span.to), to: Date.parse(span.to) + all.stepMs };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className={classes.zoom} role="group" aria-label={t("label")}>
      {STEPS.map(([step, Icon]) => (
        <ActionIcon
          key={step}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t(step)}
          title={t(step)}
          disabled={range === null && step !== "in"}
          onClick={() => onRange(zoomed(range, step, whole))}
        >
          <Icon size={14} aria-hidden="true" />
        </ActionIcon>
      ))}
      {all.spanPosition === "overlaps" && all.outsideSpan > 0 && (
        <Button variant="subtle" size="compact-xs" onClick={() => onRange(own)}>
          {t("own")}
        </Button>
      )}
      {range && (
        <>
          <Button variant="subtle" size="compact-xs" onClick={() => onRange(null)}>
            {t("whole")}
          </Button>
          <span role="status">
            {t.rich("range", {
              from: () => <InstantText instant={new Date(range.from).toISOString()} precision="minute" />,
              to: () => <InstantText instant={new Date(range.to).toISOString()} precision="minute" />,
            })}
          </span>
        </>
      )}
    </div>
  );
}
