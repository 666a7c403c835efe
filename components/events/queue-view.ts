import { TIMELINE_MEASURES, type TimelineMeasure } from "@/lib/api/timeline-measure";
import { FIELD_IDS } from "@/lib/events/fields";
import {
  DEFAULT_SORT,
  type EventFilter,
  type EventView,
  filterParams,
  parseEventQuery,
  type QueryProblem,
  type Sort,
  sortParam,
} from "@/lib/events/query";
import { EVERYTHING } from "./queue-href";

/** What the queue shows: everything that its URL holds. */
export type QueueView = {
  readonly filter: EventFilter;
  readonly sort: Sort;
  readonly measure: TimelineMeasure;
};

/** The page's own parameter, which the list route does not know. */
const MEASURE = "measure";

/** What a view is made of, in the order in which its address names it. */
export const VIEW_PARAMETERS = [...FIELD_IDS, "from", "to", "q", "sort", MEASURE] as const;
export type ViewParameter = (typeof VIEW_PARAMETERS)[number];

/** Parameters that the list route knows and that mean nothing in a page's URL: the page loads on its own. */
const PAGING = ["cursor", "limit"] as const;

/** The event that is open beside the list: no part of the view. */
export const EVENT_PARAMETER = "event";

/**
 * Reads a view from a URL. What is not understood is left out and listed, so that an old link still opens.
 * @param now resolves relative times.
 */
export function parseQueueView(
  params: URLSearchParams,
  now: Date,
): { view: QueueView; dropped: readonly QueryProblem[] } {
  const viewOnly = new URLSearchParams(params);
  for (const key of [...PAGING, EVENT_PARAMETER]) viewOnly.delete(key);
  const { value, problems } = parseEventQuery(viewOnly, now, [MEASURE]);
  const asked = params.get(MEASURE);
  const measure = TIMELINE_MEASURES.find((candidate) => candidate === asked);
  const unknownMeasure: QueryProblem[] =
    asked === null || measure
      ? []
      : [
          {
            field: MEASURE,
            message: `"${asked}" is not known. Use one of: ${TIMELINE_MEASURES.join(", ")}.`,
          },
        ];
  return {
    view: { filter: value.filter, sort: value.sort, measure: measure ?? "events" },
    dropped: [...problems, ...unknownMeasure],
  };
}

/** Filter and order as the list route takes them, without page; also the identity of a view's rows. */
export function listParams({ filter, sort }: EventView): URLSearchParams {
  const params = filterParams(filter);
  const order = sortParam(sort);
  if (order !== sortParam(DEFAULT_SORT)) params.set("sort", order);
  return params;
}

/** A whole view as URL parameters; {@link parseQueueView} reads it back unchanged. */
export function viewParams(view: QueueView): URLSearchParams {
  const params = listParams(view);
  if (view.measure !== "events") params.set(MEASURE, view.measure);
  return params;
}

/** Whether an address asks for a view at all; the queue's bare address leaves the choice to the console. */
export function asksForView(params: URLSearchParams): boolean {
  return VIEW_PARAMETERS.some((key) => params.has(key));
}

/** The parameters of an address, with those of the opening view where it asks for none. */
export function openedParams(params: URLSearchParams, opening: string): URLSearchParams {
  if (asksForView(params)) return params;
  return new URLSearchParams([...params, ...new URLSearchParams(opening)]);
}

/** A view as the queue's address holds it: one that shows everything says so, since a bare address opens another. */
export function addressParams(view: QueueView): URLSearchParams {
  const params = viewParams(view);
  return params.size > 0 ? params : new URLSearchParams(EVERYTHING);
}

/** Next's `searchParams` as the parser takes them. */
export function toUrlSearchParams(record: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(record).flatMap(([key, value]) =>
      [value ?? []].flat().map((text): [string, string] => [key, text]),
    ),
  );
}
