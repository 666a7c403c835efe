import { type LucideIcon, ShieldAlert, ShieldCheck, ShieldHalf, ShieldQuestionMark } from "lucide-react";
import type { Outcome } from "@/lib/events/outcome";
import { OUTCOME_LABELS } from "@/lib/format/label";
import classes from "./outcome-label.module.css";

const ICONS: Record<Outcome, LucideIcon> = {
  "not-blocked": ShieldAlert,
  "partly-blocked": ShieldHalf,
  blocked: ShieldCheck,
  unknown: ShieldQuestionMark,
};

/** What the product did, as text with a shape of its own. */
export function OutcomeLabel({ outcome }: { outcome: Outcome }) {
  const Icon = ICONS[outcome];
  return (
    <span className={classes.label} data-outcome={outcome}>
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {OUTCOME_LABELS[outcome]}
    </span>
  );
}
