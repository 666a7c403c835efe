"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Bar, BarChart, CartesianGrid, ReferenceArea, Tooltip, XAxis, YAxis } from "recharts";
import { formatCompact } from "@/lib/format/count";
import { formatInstant, type TimeZone } from "@/lib/format/instant";
import classes from "./attack-count-chart.module.css";
import type { AttackCountPoint, AttackCountSeries } from "./attack-count-series";
import type { ChartRange } from "./chart-zoom";

const HOUR_MS = 3_600_000;

const instantOf = (at: number) => new Date(at).toISOString();

/** Times on the axis: the day only where the bars span more than one. */
function tickText(at: number, series: AttackCountSeries, zone: TimeZone): string {
  const length = (series.points.at(-1)?.at ?? 0) - (series.points[0]?.at ?? 0);
  const text = formatInstant(instantOf(at), { zone, precision: "minute" });
  if (!series.toScale) return text;
  if (series.stepMs >= 24 * HOUR_MS) return text.slice(5, 10);
  return length > 24 * HOUR_MS ? text.slice(5) : text.slice(11);
}

function BarTooltip({ point, zone }: { point: AttackCountPoint | undefined; zone: TimeZone }) {
  const t = useTranslations("charts");
  if (!point) return null;
  return (
    <div className={classes.tooltip}>
      <strong>{t("attacks", { count: point.count })}</strong>
      <span>{t("from", { instant: formatInstant(instantOf(point.at), { zone }), zone })}</span>
      {point.inSpan ? null : <span>{t("outside")}</span>}
    </div>
  );
}

type AttackCountChartProps = {
  series: AttackCountSeries;
  zone: TimeZone;
  /** Somebody has drawn over some bars. */
  onZoom: (range: ChartRange) => void;
};

/**
 * Attacks per bucket; bars outside the event's own span look different, the span itself is shaded.
 * Drawn for the eye only: the caller gives the same numbers as a table.
 */
export function AttackCountChart({ series, zone, onZoom }: AttackCountChartProps) {
  const language = useLocale();
  const [drawn, setDrawn] = useState<ChartRange | null>(null);
  const endDrawing = () => {
    setDrawn(null);
    if (!drawn || drawn.from === drawn.to) return;
    const from = Math.min(drawn.from, drawn.to);
    onZoom({ from, to: Math.max(drawn.from, drawn.to) + series.stepMs });
  };
  const rows = series.points.map((point) => ({
    ...point,
    inside: point.inSpan ? point.count : 0,
    outside: point.inSpan ? 0 : point.count,
  }));
  const spanStart = series.points.find((point) => point.inSpan);
  const spanEnd = series.points.findLast((point) => point.inSpan);
  return (
    <BarChart
      responsive
      className={classes.chart ?? ""}
      data={rows}
      margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      onMouseDown={({ activeLabel }) => {
        const at = Number(activeLabel);
        if (activeLabel !== undefined) setDrawn({ from: at, to: at });
      }}
      onMouseMove={({ activeLabel }) => {
        if (drawn && activeLabel !== undefined) setDrawn({ ...drawn, to: Number(activeLabel) });
      }}
      onMouseUp={endDrawing}
      onMouseLeave={endDrawing}
    >
      <CartesianGrid vertical={false} stroke="var(--wf-border)" />
      <XAxis
        dataKey="at"
        tickFormatter={(at: number) => tickText(at, series, zone)}
        minTickGap={24}
        tickLine={false}
        axisLine={{ stroke: "var(--wf-border-strong)" }}
      />
      <YAxis
        width={44}
        allowDecimals={false}
        tickFormatter={(count: number) => formatCompact(count, language)}
        tickLine={false}
        axisLine={false}
      />
      {spanStart && spanEnd ? (
        <ReferenceArea x1={spanStart.at} x2={spanEnd.at} fill="var(--wf-focus)" fillOpacity={0.08} />
      ) : null}
      {drawn && drawn.from !== drawn.to ? (
        <ReferenceArea x1={drawn.from} x2={drawn.to} fill="var(--wf-text)" fillOpacity={0.12} />
      ) : null}
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--wf-text)", fillOpacity: 0.06 }}
        content={({ label }) => (
          <BarTooltip point={series.points.find((point) => point.at === label)} zone={zone} />
        )}
      />
      <Bar
        dataKey="inside"
        stackId="attacks"
        fill="var(--wf-focus)"
        maxBarSize={28}
        isAnimationActive={false}
      />
      <Bar
        dataKey="outside"
        stackId="attacks"
        fill="var(--wf-info-fill)"
        stroke="var(--wf-control-border)"
        strokeDasharray="2 2"
        maxBarSize={28}
        isAnimationActive={false}
      />
    </BarChart>
  );
}
