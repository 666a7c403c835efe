import { CircleCheck, CircleDashed, type LucideIcon, RefreshCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Freshness } from "@/lib/api/event-list";
import classes from "./freshness-badge.module.css";

const ICONS: Record<Freshness["state"], LucideIcon> = {
  fresh: CircleCheck,
  syncing: RefreshCw,
  stale: TriangleAlert,
  never: CircleDashed,
};

/** How far a source's copy can be trusted, as text with a shape of its own. */
export function FreshnessBadge({ state }: { state: Freshness["state"] }) {
  const t = useTranslations("format.freshness");
  const Icon = ICONS[state];
  return (
    <span className={classes.badge} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {t(state)}
    </span>
  );
}
