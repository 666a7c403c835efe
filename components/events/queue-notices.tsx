"use client";

import { useTranslations } from "next-intl";
import { DroppedNotice } from "@/components/ui/dropped-notice";
import { FailedReadNotice } from "@/components/ui/failed-read-notice";
import { FreshnessNotice } from "@/components/ui/freshness-notice";
import { useErrorText } from "@/components/ui/use-error-text";
import type { EventFilter, QueryProblem } from "@/lib/events/query";
import { FilterChips } from "./filter-chips";
import classes from "./queue.module.css";
import type { EventListState } from "./use-event-list";

type QueueNoticesProps = {
  filter: EventFilter;
  onFilter: (filter: EventFilter) => void;
  onClear: () => void;
  dropped: readonly QueryProblem[];
  onForgetDropped: () => void;
  list: EventListState;
};

/** What must be known before the rows are trusted: what narrows them, what was left out, how old they are. */
export function QueueNotices(props: QueueNoticesProps) {
  const t = useTranslations("events");
  const errorText = useErrorText();
  const { list } = props;
  return (
    <div className={classes.notices}>
      <FilterChips filter={props.filter} onChange={props.onFilter} onClear={props.onClear} />
      <DroppedNotice problems={props.dropped} onForget={props.onForgetDropped} />
      <FreshnessNotice freshness={list.summary?.freshness ?? []} />
      {list.liveError && (
        <FailedReadNotice error={list.liveError} onRetry={() => void list.retry()}>
          {t("outOfDate", { reason: errorText(list.liveError) })}
        </FailedReadNotice>
      )}
    </div>
  );
}
