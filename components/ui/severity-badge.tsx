import { useTranslations } from "next-intl";
import { SEVERITIES, type Severity, severityRank } from "@/lib/events/severity";
import classes from "./severity-badge.module.css";

/**
 * A severity as text, with a meter of bars: the number of filled bars says the same as the colour, for those
 * who do not see it.
 */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useTranslations("format.severity");
  return (
    <span className={classes.badge} data-severity={severity}>
      <SeverityMeter severity={severity} />
      {t(severity)}
    </span>
  );
}

/** The bars alone; put a text beside it. */
function SeverityMeter({ severity }: { severity: Severity }) {
  const filled = severityRank(severity);
  return (
    <svg className={classes.meter} viewBox="0 0 15 12" width="15" height="12" aria-hidden="true">
      {SEVERITIES.slice(1).map((step, index) => (
        <rect
          key={step}
          x={index * 4}
          y={9 - index * 3}
          width="3"
          height={3 + index * 3}
          rx="1"
          className={index < filled ? classes.filled : classes.open}
        />
      ))}
    </svg>
  );
}
