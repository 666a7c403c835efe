"use client";

import { useLocale, useTranslations } from "next-intl";
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { SEVERITIES } from "@/lib/events/severity";
import { formatCompact } from "@/lib/format/count";
import { CHART_AXIS, CHART_CURSOR } from "./chart-look";
import { ChartTooltip } from "./chart-tooltip";
import type { Age, OpenColumn } from "./open-columns";

/** Open events by age, stacked by severity, the most severe at the bottom. For the eye only. */
export function OpenChart({ columns }: { columns: readonly OpenColumn[] }) {
  const ages = useTranslations("overview.ages");
  const language = useLocale();
  return (
    <BarChart
      responsive
      style={{ width: "100%", height: "100%" }}
      data={[...columns]}
      margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
      barCategoryGap="24%"
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--wf-border)" />
      <XAxis
        {...CHART_AXIS}
        dataKey="age"
        interval={0}
        axisLine={{ stroke: "var(--wf-border-strong)" }}
        tickFormatter={(age: Age) => ages(age)}
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
          const column = columns.find(({ age }) => age === label);
          return column && <ChartTooltip title={ages(column.age)} counts={column.counts} />;
        }}
      />
      {SEVERITIES.map((severity) => (
        <Bar
          key={severity}
          dataKey={({ counts }: OpenColumn) => counts[severity]}
          name={severity}
          stackId="severity"
          maxBarSize={56}
          fill={`var(--wf-${severity}-fill)`}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
}
