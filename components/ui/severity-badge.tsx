import { useTranslations } from "next-intl";
import type { Severity } from "@/lib/events/severity";
import classes from "./severity-badge.module.css";

/**
 * A severity as text, with a meter of bars: the number of filled bars says the same as the colour, for those
 * who do not see it. The style sheet draws it: a queue shows hundreds, and elements cost more than colours.
 */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useTranslations("format.severity");
  return (
    <span className={classes.badge} data-severity={severity}>
      {t(severity)}
    </span>
  );
}
