import Link from "next/link";
import { useTranslations } from "next-intl";
import { InstantText } from "@/components/ui/instant-text";
import type { SourceSync } from "@/lib/api/source-list";
import { formatCount } from "@/lib/format/count";
import { formatAge } from "@/lib/format/duration";
import { FreshnessBadge } from "./freshness-badge";
import classes from "./source-sync-status.module.css";
import { SyncFailure } from "./sync-failure";
import { SyncGaps } from "./sync-gaps";
import { SyncProgress } from "./sync-progress";

type SourceSyncStatusProps = { connection: string; sync: SourceSync; now: Date };

/** How one source of one connection is doing. */
export function SourceSyncStatus({ connection, sync, now }: SourceSyncStatusProps) {
  const { source, state, lastSuccessAt, coveredFrom, coveredTo, progress, events, quarantined, gaps } = sync;
  const t = useTranslations("sources.status");
  const format = useTranslations("format");
  const label = format(`source.${source}`);
  const queue = `/events?${new URLSearchParams({ source, connection })}`;
  return (
    <li className={classes.source} data-source={source}>
      <div className={classes.heading}>
        <h3>{label}</h3>
        <FreshnessBadge state={state} />
      </div>
      <dl className={classes.figures}>
        <div>
          <dt>{t("lastSuccess")}</dt>
          <dd>
            {lastSuccessAt ? (
              <>
                {formatAge(lastSuccessAt, now, format)}
                <span className={classes.quiet}>
                  <InstantText instant={lastSuccessAt} />
                </span>
              </>
            ) : (
              t("never")
            )}
          </dd>
        </div>
        <div>
          <dt>{t("covered")}</dt>
          <dd>
            {coveredFrom && coveredTo ? (
              <span>
                <InstantText instant={coveredFrom} precision="minute" /> –{" "}
                <InstantText instant={coveredTo} precision="minute" />
              </span>
            ) : (
              t("nothing")
            )}
          </dd>
        </div>
        <div>
          <dt>{t("events")}</dt>
          <dd>
            <Link href={queue} prefetch={false}>
              {formatCount(events)}
            </Link>
          </dd>
        </div>
        <div>
          <dt title={t("quarantinedHint")}>{t("quarantined")}</dt>
          <dd>{formatCount(quarantined)}</dd>
        </div>
      </dl>
      {progress && <SyncProgress progress={progress} label={label} now={now} />}
      <SyncFailure sync={sync} />
      <SyncGaps gaps={gaps} />
    </li>
  );
}
