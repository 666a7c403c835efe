"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Failure } from "@/components/ui/failure";
import type { Sort } from "@/lib/events/query";
import { EventTable } from "./event-table";
import { EventsSkeleton } from "./events-skeleton";
import { NoEvents } from "./no-events";
import { listParams, type QueueView } from "./queue-view";
import type { EventListState } from "./use-event-list";

type QueueRowsProps = {
  list: EventListState;
  view: QueueView;
  onSort: (sort: Sort) => void;
  filtered: boolean;
  onClear: () => void;
  scroller: RefObject<HTMLDivElement | null>;
};

/** The rows in each of their states: being read, failed, none, some. */
export function QueueRows({ list, view, onSort, filtered, onClear, scroller }: QueueRowsProps) {
  const t = useTranslations("events");
  if (list.error) {
    return <Failure title={t("failed")} error={list.error} onRetry={() => void list.retry()} />;
  }
  if (list.loading) return <EventsSkeleton />;
  if (list.rows.length === 0 && !list.outdated) {
    return <NoEvents filtered={filtered} freshness={list.summary?.freshness ?? []} onClear={onClear} />;
  }
  return (
    <EventTable
      rows={list.rows}
      total={list.summary?.total ?? list.rows.length}
      sort={view.sort}
      onSort={onSort}
      viewKey={listParams(view).toString()}
      scroller={scroller}
      outdated={list.outdated}
      hasMore={list.hasMore}
      loadingMore={list.loadingMore}
      loadMore={list.loadMore}
    />
  );
}
