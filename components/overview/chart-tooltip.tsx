import { SeverityBadge } from "@/components/ui/severity-badge";
import { SEVERITIES, type Severity } from "@/lib/events/severity";
import { formatCount } from "@/lib/format/count";
import classes from "./chart-tooltip.module.css";

type ChartTooltipProps = { title: string; counts: Readonly<Partial<Record<Severity, number>>> };

/** The numbers behind a bar; severities without any are left out. */
export function ChartTooltip({ title, counts }: ChartTooltipProps) {
  return (
    <div className={classes.tooltip}>
      <strong>{title}</strong>
      {SEVERITIES.map(
        (severity) =>
          (counts[severity] ?? 0) > 0 && (
            <span key={severity} className={classes.entry}>
              <SeverityBadge severity={severity} />
              <span>{formatCount(counts[severity] ?? 0)}</span>
            </span>
          ),
      )}
    </div>
  );
}
