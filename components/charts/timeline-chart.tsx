"use client";

import { useLocale } from "next-intl";
import { memo, useMemo } from "react";
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from "recharts";
import { SEVERITIES, type Severity } from "@/lib/events/severity";
import { formatCompact } from "@/lib/format/count";
import { TIMELINE_PLOT } from "./timeline-plot";

export type TimelineBar = { start: string; counts: Record<Severity, number> };

type TimelineChartProps = {
  bars: readonly TimelineBar[];
  /** The time under a bar, in the visible zone. */
  tick: (start: string) => string;
};

/**
 * Stacked bars by severity, the most severe at the bottom where bars can be compared. Drawn for the eye only:
 * selection and the numbers as a table come from the caller.
 */
export const TimelineChart = memo(function TimelineChart({ bars, tick }: TimelineChartProps) {
  const language = useLocale();
  // The library draws all anew for another array, even of the same bars.
  const data = useMemo(() => [...bars], [bars]);
  return (
    <BarChart
      responsive
      style={{ width: "100%", height: "100%" }}
      data={data}
      barCategoryGap="12%"
      margin={{ top: TIMELINE_PLOT.top, right: TIMELINE_PLOT.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--wf-border)" />
      <XAxis
        dataKey="start"
        height={TIMELINE_PLOT.bottom}
        tickFormatter={tick}
        minTickGap={40}
        tickLine={false}
        axisLine={{ stroke: "var(--wf-border-strong)" }}
        tick={{ fill: "var(--wf-text-muted)", fontSize: 11 }}
      />
      <YAxis
        width={TIMELINE_PLOT.left}
        tickCount={3}
        allowDecimals={false}
        tickFormatter={(count: number) => formatCompact(count, language)}
        tickLine={false}
        axisLine={false}
        tick={{ fill: "var(--wf-text-muted)", fontSize: 11 }}
      />
      {SEVERITIES.map((severity) => (
        <Bar
          key={severity}
          dataKey={({ counts }: TimelineBar) => counts[severity]}
          name={severity}
          stackId="severity"
          fill={`var(--wf-${severity}-fill)`}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
});
