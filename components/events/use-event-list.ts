"use client";

import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { EventList } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import { headQuery, listKey, listQuery } from "./queue-queries";
import type { QueueView } from "./queue-view";
import { compareRows, type RowChange } from "./row-change";

const NO_EVENTS: readonly SecurityEvent[] = [];

/** Every row once, in the order of the pages, each with the newest values that are known of it. */
function mergeRows(pages: readonly EventList[], head: EventList | undefined): readonly SecurityEvent[] {
  const latest = new Map(head?.items.map((event) => [event.id, event]));
  const rows = new Map<string, SecurityEvent>();
  for (const page of pages) {
    for (const event of page.items) {
      if (!rows.has(event.id)) rows.set(event.id, latest.get(event.id) ?? event);
    }
  }
  return [...rows.values()];
}

/** What differs between the rows as they were read first and as they are now. */
function changesOf(
  pages: readonly EventList[],
  rows: readonly SecurityEvent[],
): ReadonlyMap<string, RowChange> {
  const first = new Map(pages.flatMap(({ items }) => items.map((event) => [event.id, event] as const)));
  return new Map(
    rows.flatMap((event) => {
      const before = first.get(event.id);
      const change = before && before !== event ? compareRows(before, event) : null;
      return change ? [[event.id, change] as const] : [];
    }),
  );
}

/**
 * The rows of a view, and what waits to be shown. Rows keep their places while the head of the queue is
 * watched: changed ones get their new values, new ones are counted until `showNew` is called.
 */
export function useEventList(view: Pick<QueueView, "filter" | "sort">) {
  const client = useQueryClient();
  const list = useInfiniteQuery(listQuery(view));
  const first = list.isPlaceholderData ? undefined : list.data?.pages[0];
  const head = useQuery({
    ...headQuery(view),
    enabled: first !== undefined,
    ...(first ? { initialData: first, initialDataUpdatedAt: list.dataUpdatedAt } : {}),
  });

  const pages = list.data?.pages;
  const current = first ? head.data : undefined;
  const rows = useMemo(() => (pages ? mergeRows(pages, current) : NO_EVENTS), [pages, current]);
  const changes = useMemo(() => changesOf(pages ?? [], rows), [pages, rows]);
  const newCount = useMemo(() => {
    if (!current) return 0;
    const shown = new Set(rows.map(({ id }) => id));
    return current.items.filter(({ id }) => !shown.has(id)).length;
  }, [current, rows]);

  const key = listKey(view);
  const showNew = useCallback(() => {
    if (!current) return;
    const fresh: InfiniteData<EventList, string | null> = { pages: [current], pageParams: [null] };
    client.setQueryData(key, fresh);
  }, [client, current, key]);

  return {
    rows,
    changes,
    newCount,
    showNew,
    summary: current ?? pages?.[0],
    /** The rows of the view before are still shown. */
    outdated: list.isPlaceholderData,
    loading: list.isPending,
    error: list.data && !list.isPlaceholderData ? null : list.error,
    /** Rows are shown, but reading more of them or watching for new ones fails. */
    liveError: list.data ? (list.isFetchNextPageError ? list.error : head.error) : null,
    retry: list.isFetchNextPageError ? list.fetchNextPage : list.refetch,
    hasMore: list.hasNextPage && !list.isPlaceholderData,
    loadingMore: list.isFetchingNextPage,
    loadMore: list.fetchNextPage,
  };
}

/** The rows of a view and how they are doing. */
export type EventListState = ReturnType<typeof useEventList>;
