import { InstantText } from "@/components/ui/instant-text";
import type { SourceSync } from "@/lib/api/source-list";
import { formatCount } from "@/lib/format/count";
import { formatDuration } from "@/lib/format/duration";
import classes from "./sync-progress.module.css";

type SyncProgressProps = { progress: NonNullable<SourceSync["progress"]>; label: string; now: Date };

/** The run in progress: window, rows of total, rate and estimated end. */
export function SyncProgress({ progress, label, now }: SyncProgressProps) {
  const { windowFrom, windowTo, rows, total, rowsPerSecond, estimatedEndAt } = progress;
  // A total is only announced and may be too small; the bar must not run over.
  const known = total !== null && total > 0 ? Math.max(total, rows) : null;
  const remainingMs = estimatedEndAt === null ? null : new Date(estimatedEndAt).getTime() - now.getTime();
  return (
    <div className={classes.progress}>
      <progress
        className={classes.bar}
        aria-label={`Progress of ${label}`}
        max={known ?? 1}
        value={known ? rows : undefined}
      />
      <span>
        {formatCount(rows)} {total === null ? "rows" : `of ${formatCount(total)} rows`}
        {rowsPerSecond !== null && ` · ${formatCount(Math.round(rowsPerSecond))} rows/s`}
        {remainingMs !== null && remainingMs > 0 && ` · done in about ${formatDuration(remainingMs)}`}
      </span>
      <span>
        reading <InstantText instant={windowFrom} precision="minute" /> to{" "}
        <InstantText instant={windowTo} precision="minute" />
      </span>
    </div>
  );
}
