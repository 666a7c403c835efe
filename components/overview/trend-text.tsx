import { ArrowDownRight, ArrowUpRight, Equal, type LucideIcon, Sparkle } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type TrendDirection, trendOf } from "./trend";
import classes from "./trend-text.module.css";

const ICONS: Record<TrendDirection, LucideIcon> = {
  up: ArrowUpRight,
  down: ArrowDownRight,
  same: Equal,
  new: Sparkle,
};

type TrendTextProps = {
  current: number;
  previous: number;
  /** Only the arrow is seen; the words are read out and shown on hover. */
  brief?: boolean;
};

/** Whether a number went up or down, as an arrow with words. */
export function TrendText({ current, previous, brief = false }: TrendTextProps) {
  const t = useTranslations("overview.trend");
  const format = useFormatter();
  const { direction, change } = trendOf(current, previous);
  const percent = format.number(change, { style: "percent", maximumFractionDigits: change < 0.1 ? 1 : 0 });
  const words = t(direction, { percent });
  const Icon = ICONS[direction];
  return (
    <span className={classes.trend} data-direction={direction} title={brief ? words : undefined}>
      <Icon size={13} aria-hidden="true" />
      <span className={brief ? "sr-only" : undefined}>{words}</span>
    </span>
  );
}
