"use client";

import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { invalidateWork } from "@/components/event/work-keys";
import { readAgain } from "@/components/ui/read-again";
import type { StreamMessage } from "@/lib/api/event-changes";
import type { EventList } from "@/lib/api/event-list";
import type { SecurityEvent } from "@/lib/events/event";
import type { EventView } from "@/lib/events/query";
import { addedQuery, headQuery, listKey, listQuery } from "./queue-queries";
import type { ReadAhead } from "./read-ahead";
import { changesOf, type FirstShown, nothingShown } from "./row-change";
import { createRowMerger } from "./row-merger";
import { useLiveStream } from "./use-live-stream";
import { usePassedRows } from "./use-passed-rows";
import { useRowRefresh } from "./use-row-refresh";

const NO_EVENTS: readonly SecurityEvent[] = [];
const NOTHING: ReadonlySet<string> = new Set();

/** The clients of documents in which the server's notices were heard. */
const listened = new WeakSet<QueryClient>();

/** Which events a notice is of. */
type Notice = { readonly everything: boolean; readonly named: ReadonlySet<string> };
const ALL: Notice = { everything: true, named: NOTHING };

/**
 * The rows of a view, and what waits to be shown. Rows keep their places while the server tells of changes:
 * changed ones get their new values, new ones and those that moved in are counted until `showNew` is called. Without the server's
 * notices the head of the queue is read again and again.
 */
export function useEventList(view: EventView, ahead: ReadAhead) {
  const client = useQueryClient();
  const list = useInfiniteQuery(listQuery(view));
  const first = list.isPlaceholderData ? undefined : list.data?.pages[0];
  const mark = first?.mark;
  const key = listKey(view);

  const refreshRows = useRowRefresh();
  // From the first answer on, for as long as the queue is there: another view is no reason to listen anew.
  const answered = first !== undefined || list.isError;
  const [listening, setListening] = useState(answered);
  if (answered && !listening) setListening(true);
  const stream = useLiveStream(listening, onMessage);
  const connected = stream === "open";
  const head = useQuery({
    ...headQuery(view, connected),
    enabled: first !== undefined,
    ...(first ? { initialData: first, initialDataUpdatedAt: list.dataUpdatedAt } : {}),
  });
  const added = useQuery({ ...addedQuery(view, mark ?? ""), enabled: connected && mark !== undefined });

  const pages = list.data?.pages;
  const current = first ? head.data : undefined;
  const [mergeRows] = useState(createRowMerger);
  const rows = useMemo(() => (pages ? mergeRows(pages, current) : NO_EVENTS), [pages, current, mergeRows]);
  const reading = `${key[2]} ${mark}`;
  const firstShown = useFirstShown(reading);
  const changes = useMemo(() => changesOf(firstShown, rows), [firstShown, rows]);
  const { passedBy, look } = usePassedRows(view, reading);
  const passed = passedBy(list.hasNextPage ? endOfRows() : null);
  const shown = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const unseen = new Set([...(current?.items.map(({ id }) => id) ?? []), ...passed]);
  const waiting = [...unseen].filter((id) => !shown.has(id)).length;

  function onMessage(message: StreamMessage) {
    if (message.type === "end") return;
    invalidateWork(client, message);
    if (message.type === "work") return;
    ahead.overtake();
    // The server is back: what could not be read at all is read again without being asked.
    if (message.type === "resync" && list.isError && !first) void list.refetch();
    readAgain(client, ["events", "added"]);
    // The first message in a document comes after its rows: they have just been read.
    const missed = message.type === "resync" && listened.has(client);
    listened.add(client);
    const everything = missed || (message.type === "events" && message.moreUpdated > 0);
    if (everything || message.type === "resync") readAgain(client, ["events", "head"]);
    const notice = { everything, named: new Set(message.type === "events" ? message.updated : []) };
    const handled = follow(notice, NOTHING);
    // Of another view that is on its way nothing is done by that.
    if (list.isFetching) overtaking.current.push({ notice, handled: first ? handled : NOTHING });
  }

  /** Reads rows again that a notice is of, without those for which that is done. @returns all for which it is done. */
  function follow({ everything, named }: Notice, done: ReadonlySet<string>): ReadonlySet<string> {
    const concerned = rows.map(({ id }) => id).filter((id) => everything || named.has(id));
    const changed = concerned.filter((id) => !done.has(id));
    if (changed.length > 0) void refreshRows(changed);
    const unshown = [...named].filter((id) => !concerned.includes(id));
    if (first && unshown.length > 0) void look(unshown);
    return new Set(concerned);
  }

  const overtaking = useRef<{ notice: Notice; handled: ReadonlySet<string> }[]>([]);
  const followAgain = useEffectEvent(() => {
    for (const { notice, handled } of overtaking.current.splice(0)) follow(notice, handled);
  });
  // Rows that were on their way while the notice came may be older than it.
  useEffect(() => {
    if (!list.isFetching) followAgain();
  }, [list.isFetching]);

  const followed = useRef(key[2]);
  const lookAfter = useEffectEvent((view: string) => {
    if (followed.current === view) return;
    followed.current = view;
    const reading = ahead.take(view);
    if (reading === "ahead") return;
    // While another view was shown, no notice was followed for the rows of this one.
    if (first) follow(ALL, NOTHING);
    else if (reading === "overtaken") overtaking.current.push({ notice: ALL, handled: NOTHING });
  });
  useEffect(() => lookAfter(key[2]), [key[2]]);

  /** The last row as it was read: where it is now says nothing about what was read. */
  function endOfRows() {
    const last = rows.at(-1);
    return last ? (firstShown.events.get(last.id) ?? last) : null;
  }

  const showNew = useCallback(async () => {
    const query = headQuery(view, connected);
    // A reading that is under way may have begun before what the reader wants to see.
    await client.cancelQueries({ queryKey: query.queryKey, exact: true });
    const newest = await client.fetchQuery({ ...query, staleTime: 0 }).catch(() => null);
    // The head itself tells that it failed.
    if (!newest) return;
    // More of the rows that were shown so far would come in the place of these.
    await client.cancelQueries({ queryKey: listKey(view), exact: true });
    const fresh: InfiniteData<EventList, string | null> = { pages: [newest], pageParams: [null] };
    client.setQueryData(listKey(view), fresh);
  }, [client, view, connected]);

  return {
    rows,
    changes,
    newCount: Math.max(waiting, added.data?.added ?? 0),
    showNew: () => void showNew(),
    summary: current ?? pages?.[0],
    /** Names the reading of the list that the rows are of. */
    reading: mark,
    /** The rows of the view before are still shown. */
    outdated: list.isPlaceholderData,
    loading: list.isPending,
    /** The server has stopped to give signs of life. */
    silent: stream === "silent",
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

/** How the rows were first shown; begins anew with another reading of the list. */
function useFirstShown(reading: string): FirstShown {
  const [kept, setKept] = useState(() => ({ reading, shown: nothingShown() }));
  if (kept.reading !== reading) setKept({ reading, shown: nothingShown() });
  return kept.shown;
}
