"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { createMultiParser, useQueryStates } from "nuqs";
import { useCallback, useEffect, useMemo } from "react";
import { useAskedFor } from "@/components/ui/use-asked-for";
import { EMPTY_FILTER, type EventFilter, type Sort } from "@/lib/events/query";
import {
  addressParams,
  asksForView,
  EVENT_PARAMETER,
  openedParams,
  parseQueueView,
  type QueueView,
  VIEW_PARAMETERS,
  type ViewParameter,
} from "./queue-view";

// The URL's words are kept as they are: lib/events/query.ts is the one parser, here and on the server.
const verbatim = createMultiParser<string[]>({
  parse: (values) => [...values],
  serialize: (values) => values,
  eq: (left, right) => left.join("\n") === right.join("\n"),
});

const parsers: Record<ViewParameter, typeof verbatim> = {
  severity: verbatim,
  status: verbatim,
  source: verbatim,
  connection: verbatim,
  type: verbatim,
  outcome: verbatim,
  attacker: verbatim,
  target: verbatim,
  assignee: verbatim,
  acted: verbatim,
  closed: verbatim,
  from: verbatim,
  to: verbatim,
  q: verbatim,
  sort: verbatim,
  measure: verbatim,
};

/** Changes the filter that was asked for last, which the screen may not show yet. */
export type EditFilter = (edit: (filter: EventFilter) => EventFilter) => void;

/**
 * The view in the URL, and the ways to change it. Each change is a step that Back undoes.
 * @param opening what the bare address shows, as URL parameters; the address then names it at once, so that
 *   a copy of it shows the same to everybody.
 * @param onAsk hears of a view at once when it is asked for; it shows a little later.
 */
export function useQueueView(opening: string, onAsk: (view: QueueView) => void) {
  const [values, setValues] = useQueryStates(parsers, { history: "push" });

  const searchParams = useSearchParams();
  const router = useRouter();
  const pathname = usePathname();

  const known: readonly string[] = [...VIEW_PARAMETERS, EVENT_PARAMETER];
  const params = new URLSearchParams([...searchParams].filter(([key]) => !known.includes(key)));
  for (const key of VIEW_PARAMETERS) for (const text of values[key] ?? []) params.append(key, text);
  const bare = !asksForView(params);
  const query = openedParams(params, opening).toString();
  // The view stays the same object while only the event beside the list changes.
  const { view, dropped } = useMemo(() => parseQueueView(new URLSearchParams(query), new Date()), [query]);

  const { latest, ask } = useAskedFor(view);
  const setView = useCallback(
    (next: QueueView, { replace = false }: { replace?: boolean } = {}) => {
      ask(next);
      onAsk(next);
      const params = addressParams(next);
      const entries = VIEW_PARAMETERS.map((key) => [key, params.has(key) ? params.getAll(key) : null]);
      void setValues(Object.fromEntries(entries), { history: replace ? "replace" : "push" });
    },
    [setValues, ask, onAsk],
  );

  const setFilter = useCallback(
    (filter: EventFilter, options?: { replace?: boolean }) => setView({ ...latest(), filter }, options),
    [setView, latest],
  );
  const editFilter: EditFilter = useCallback((edit) => setFilter(edit(latest().filter)), [setFilter, latest]);
  const setSort = useCallback((sort: Sort) => setView({ ...latest(), sort }), [setView, latest]);
  const clearFilter = useCallback(() => setFilter(EMPTY_FILTER), [setFilter]);
  const eventId = searchParams.get(EVENT_PARAMETER);
  const forgetDropped = useCallback(() => {
    const known = addressParams(view);
    if (eventId !== null) known.set(EVENT_PARAMETER, eventId);
    router.replace(`${pathname}?${known}`);
  }, [router, pathname, view, eventId]);

  useEffect(() => {
    if (bare) setView(latest(), { replace: true });
  }, [bare, latest, setView]);

  return { view, dropped, setView, setFilter, editFilter, setSort, clearFilter, forgetDropped };
}
