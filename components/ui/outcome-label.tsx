import { useTranslations } from "next-intl";
import type { Outcome } from "@/lib/events/outcome";
import classes from "./outcome-label.module.css";

/** What the product did, as text with a shape of its own, which the style sheet draws. */
export function OutcomeLabel({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("format.outcome");
  return (
    <span className={classes.label} data-outcome={outcome}>
      {t(outcome)}
    </span>
  );
}
