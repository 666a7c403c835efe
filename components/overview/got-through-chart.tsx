"use client";

import { useLocale, useTranslations } from "next-intl";
import { Bar, BarChart, CartesianGrid, Cell, Tooltip, XAxis, YAxis } from "recharts";
import type { Overview } from "@/lib/api/overview";
import type { Severity } from "@/lib/events/severity";
import { formatCompact, formatCount } from "@/lib/format/count";
import { CHART_AXIS, CHART_CURSOR } from "./chart-look";
import classes from "./chart-tooltip.module.css";

type GotThroughChartProps = { rows: Overview["gotThrough"]["bySeverity"] };

/** What got through per severity: the day before in grey, the last 24 hours in colour. For the eye only. */
export function GotThroughChart({ rows }: GotThroughChartProps) {
  const t = useTranslations("overview.gotThrough");
  const severities = useTranslations("format.severity");
  const language = useLocale();
  return (
    <BarChart
      responsive
      style={{ width: "100%", height: "100%" }}
      data={rows.map(({ severity, current, previous }) => ({
        severity,
        current: current.count,
        previous: previous.count,
      }))}
      margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
      barCategoryGap="22%"
      barGap={2}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--wf-border)" />
      <XAxis
        {...CHART_AXIS}
        dataKey="severity"
        interval={0}
        axisLine={{ stroke: "var(--wf-border-strong)" }}
        tickFormatter={(severity: Severity) => severities(severity)}
      />
      <YAxis
        {...CHART_AXIS}
        axisLine={false}
        width={38}
        tickCount={4}
        allowDecimals={false}
        tickFormatter={(count: number) => formatCompact(count, language)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={CHART_CURSOR}
        content={({ label }) => {
          const row = rows.find(({ severity }) => severity === label);
          if (!row) return null;
          return (
            <div className={classes.tooltip}>
              <strong>{severities(row.severity)}</strong>
              <span className={classes.entry}>
                {t("current")} <span>{formatCount(row.current.count)}</span>
              </span>
              <span className={classes.entry}>
                {t("previous")} <span>{formatCount(row.previous.count)}</span>
              </span>
            </div>
          );
        }}
      />
      <Bar dataKey="previous" maxBarSize={22} fill="var(--wf-border-strong)" isAnimationActive={false} />
      <Bar dataKey="current" maxBarSize={22} isAnimationActive={false}>
        {rows.map(({ severity }) => (
          <Cell key={severity} fill={`var(--wf-${severity}-fill)`} />
        ))}
      </Bar>
    </BarChart>
  );
}
