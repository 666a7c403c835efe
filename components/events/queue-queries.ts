import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { pendingRows } from "@/components/triage/pending-rows";
import { answerWith } from "@/lib/api/answer-reader";
import type { EventChanges, EventRows } from "@/lib/api/event-changes";
import type { EventFacets, EventList, EventTimeline } from "@/lib/api/event-list";
import type { EventNeighbours } from "@/lib/api/event-neighbours";
import { MAX_NOTICED } from "@/lib/api/max-noticed";
import { readJson } from "@/lib/api/read-json";
import type { SecurityEvent } from "@/lib/events/event";
import type { FacetField } from "@/lib/events/fields";
import { withoutField } from "@/lib/events/filter-edits";
import { EMPTY_FILTER, type EventFilter, type EventView, filterParams, MAX_LIMIT } from "@/lib/events/query";
import { STATUSES } from "@/lib/events/status";
import { listParams, type QueueView } from "./queue-view";

/** How often the head of the queue is looked at, milliseconds. */
const HEAD_INTERVAL = 15_000;
/** Counts and timeline move slower than the head and cost more, milliseconds. */
const SUMMARY_INTERVAL = 60_000;
/** While the server tells of changes, the head is read for how fresh the sources are, milliseconds. */
const TOLD_INTERVAL = 60_000;

const listReader = answerWith<EventList>("items", "nextCursor", "total", "mark", "freshness");
const changesReader = answerWith<EventChanges>("added");
const rowsReader = answerWith<EventRows>("items", "missing");
const neighboursReader = answerWith<EventNeighbours>("previousId", "nextId");
const timelineReader = answerWith<EventTimeline>("bucketSeconds", "buckets");
const facetsReader = answerWith<EventFacets>("facets");

/** The key under which the rows of a view are kept; the server fills the same key for the first page. */
export function listKey(view: EventView) {
  return ["events", "list", listParams(view).toString()] as const;
}

/** What is read while a change of the reader's own is on its way does not show it as not made. */
function asOrdered<Read extends { readonly items: readonly SecurityEvent[] }>(read: Read) {
  return { ...read, items: read.items.map((event) => pendingRows.asOrdered(event)) };
}

async function readList(params: URLSearchParams, signal: AbortSignal): Promise<EventList> {
  return asOrdered(await readJson(`/api/events?${params}`, listReader, signal));
}

/** The rows of a view, page after page. The first page is small to be quick, the others as long as allowed. */
export function listQuery(view: EventView) {
  const first: string | null = null;
  return infiniteQueryOptions({
    queryKey: listKey(view),
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const params = listParams(view);
      if (pageParam !== null) {
        params.set("cursor", pageParam);
        params.set("limit", String(MAX_LIMIT));
      }
      return readList(params, signal);
    },
    initialPageParam: first,
    getNextPageParam: (last: EventList) => last.nextCursor,
    placeholderData: keepPreviousData,
    // Rows never move by themselves: the head is watched instead, and the reader decides.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * The first page again and again: what is new, what changed, how fresh it is.
 * @param told the server tells of changes by itself.
 */
export function headQuery(view: EventView, told: boolean) {
  return queryOptions({
    queryKey: ["events", "head", listParams(view).toString()],
    queryFn: ({ signal }) => readList(listParams(view), signal),
    refetchInterval: told ? TOLD_INTERVAL : HEAD_INTERVAL,
    staleTime: HEAD_INTERVAL,
  });
}

/** How many events match that the list with this mark did not have. */
export function addedQuery({ filter }: Pick<QueueView, "filter">, mark: string) {
  const params = filterParams(filter);
  params.set("since", mark);
  return queryOptions({
    queryKey: ["events", "added", params.toString()],
    queryFn: ({ signal }) => readJson(`/api/events/changes?${params}`, changesReader, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** These events as they are now, at most {@link MAX_NOTICED} of them; with a filter, those that match it. */
export async function readRows(ids: readonly string[], filter = EMPTY_FILTER): Promise<EventRows> {
  const params = filterParams(filter);
  params.set("ids", ids.slice(0, MAX_NOTICED).join());
  return asOrdered(await readJson(`/api/events/rows?${params}`, rowsReader));
}

/** The events before and after one in a view, loaded or not. */
export function neighboursQuery(view: EventView, eventId: string) {
  const path = `/api/events/${encodeURIComponent(eventId)}/neighbours?${listParams(view)}`;
  return queryOptions({
    queryKey: ["events", "neighbours", path],
    queryFn: ({ signal }) => readJson(path, neighboursReader, signal),
    staleTime: HEAD_INTERVAL,
  });
}

/**
 * Which of these events a filter matches now.
 * @param filter as URL parameters.
 */
export async function readMatching(ids: readonly string[], filter: string): Promise<ReadonlySet<string>> {
  const matching = new Set<string>();
  for (let start = 0; start < ids.length; start += MAX_NOTICED) {
    const params = new URLSearchParams(filter);
    params.set("ids", ids.slice(start, start + MAX_NOTICED).join());
    const { items } = await readJson(`/api/events/rows?${params}`, rowsReader);
    for (const { id } of items) matching.add(id);
  }
  return matching;
}

/** The counts beside the filters. */
export function facetsQuery({ filter }: Pick<QueueView, "filter">) {
  const params = filterParams(filter).toString();
  return queryOptions({
    queryKey: ["events", "facets", params],
    queryFn: ({ signal }) => readJson(`/api/events/facets?${params}`, facetsReader, signal),
    placeholderData: keepPreviousData,
    refetchInterval: SUMMARY_INTERVAL,
  });
}

type ValuesWanted = { field: FacetField; search: string; top: number };

/** Values of one field that contain a text, the most frequent first; the field's own filter is left out. */
export function valuesQuery(filter: EventFilter, { field, search, top }: ValuesWanted) {
  const params = filterParams(withoutField(filter, field));
  params.set("fields", field);
  params.set("top", String(top));
  if (search !== "") params.set("facetQuery", search);
  return queryOptions({
    queryKey: ["events", "values", params.toString()],
    queryFn: ({ signal }) => readJson(`/api/events/facets?${params}`, facetsReader, signal),
    placeholderData: keepPreviousData,
  });
}

/** How many events each status has; the server fills the same key for the first view, so that its page says so at once. */
export const statusCountsQuery = (filter: EventFilter) =>
  valuesQuery(filter, { field: "status", search: "", top: STATUSES.length });

/** Events or attacks over time. */
export function timelineQuery({ filter, measure }: Pick<QueueView, "filter" | "measure">) {
  const params = filterParams(filter);
  params.set("measure", measure);
  return queryOptions({
    queryKey: ["events", "timeline", params.toString()],
    queryFn: ({ signal }) => readJson(`/api/events/timeline?${params}`, timelineReader, signal),
    placeholderData: keepPreviousData,
    refetchInterval: SUMMARY_INTERVAL,
  });
}
