import { type LucideIcon, ShieldAlert, ShieldCheck, ShieldHalf, ShieldQuestionMark } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outcome } from "@/lib/events/outcome";
import classes from "./outcome-label.module.css";

const ICONS: Record<Outcome, LucideIcon> = {
  "not-blocked": ShieldAlert,
  "partly-blocked": ShieldHalf,
  blocked: ShieldCheck,
  unknown: ShieldQuestionMark,
};

/** What the product did, as text with a shape of its own. */
export function OutcomeLabel({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("format.outcome");
  const Icon = ICONS[outcome];
  return (
    <span className={classes.label} data-outcome={outcome}>
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {t(outcome)}
    </span>
  );
}
