"use client";

import { useTranslations } from "next-intl";
import { Failure } from "@/components/ui/failure";
import type { EventFilter } from "@/lib/events/query";
import { EventTable, type EventTableProps } from "./event-table";
import { EventsSkeleton } from "./events-skeleton";
import { NoEvents } from "./no-events";
import type { EventListState } from "./use-event-list";

type QueueRowsProps = Omit<
  EventTableProps,
  "rows" | "total" | "outdated" | "hasMore" | "loadingMore" | "loadMore"
> & {
  list: EventListState;
  filter: EventFilter;
  onFilter: (filter: EventFilter) => void;
  onClear: () => void;
};

/** The rows in each of their states: being read, failed, none, some. */
export function QueueRows({ list, filter, onFilter, onClear, ...table }: QueueRowsProps) {
  const t = useTranslations("events");
  if (list.error) {
    return <Failure title={t("failed")} error={list.error} onRetry={() => void list.retry()} />;
  }
  if (list.loading) return <EventsSkeleton />;
  if (list.rows.length === 0 && !list.outdated) {
    return (
      <NoEvents
        filter={filter}
        onFilter={onFilter}
        freshness={list.summary?.freshness ?? []}
        onClear={onClear}
      />
    );
  }
  return (
    <EventTable
      {...table}
      rows={list.rows}
      total={list.summary?.total ?? list.rows.length}
      outdated={list.outdated}
      hasMore={list.hasMore}
      loadingMore={list.loadingMore}
      loadMore={list.loadMore}
    />
  );
}
