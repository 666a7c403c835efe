import { useTranslations } from "next-intl";
import { InstantText } from "@/components/ui/instant-text";
import type { SourceSync } from "@/lib/api/source-list";
import { formatCount } from "@/lib/format/count";
import { formatDuration } from "@/lib/format/duration";
import classes from "./sync-progress.module.css";

type SyncProgressProps = { progress: NonNullable<SourceSync["progress"]>; label: string; now: Date };

/** The run in progress: window, rows of total, rate and estimated end. */
export function SyncProgress({ progress, label, now }: SyncProgressProps) {
  const t = useTranslations("sources.progress");
  const format = useTranslations("format");
  const { windowFrom, windowTo, rows, total, rowsPerSecond, estimatedEndAt } = progress;
  // A total is only announced and may be too small; the bar must not run over.
  const known = total !== null && total > 0 ? Math.max(total, rows) : null;
  const remainingMs = estimatedEndAt === null ? null : new Date(estimatedEndAt).getTime() - now.getTime();
  return (
    <div className={classes.progress}>
      <progress
        className={classes.bar}
        aria-label={t("label", { source: label })}
        max={known ?? 1}
        value={known ? rows : undefined}
      />
      <span>
        {total === null
          ? t("rows", { count: formatCount(rows) })
          : t("rowsOf", { count: formatCount(rows), total: formatCount(total) })}
        {rowsPerSecond !== null && ` · ${t("rate", { count: formatCount(Math.round(rowsPerSecond)) })}`}
        {remainingMs !== null &&
          remainingMs > 0 &&
          ` · ${t("remaining", { duration: formatDuration(remainingMs, format) })}`}
      </span>
      <span>
        {t.rich("reading", {
          from: () => <InstantText instant={windowFrom} precision="minute" />,
          to: () => <InstantText instant={windowTo} precision="minute" />,
        })}
      </span>
    </div>
  );
}
