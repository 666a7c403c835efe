"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { createMultiParser, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { FIELD_IDS } from "@/lib/events/fields";
import { EMPTY_FILTER, type EventFilter, type Sort } from "@/lib/events/query";
import { EVENT_PARAMETER, parseQueueView, type QueueView, viewParams } from "./queue-view";

// The URL's words are kept as they are: lib/events/query.ts is the one parser, here and on the server.
const verbatim = createMultiParser<string[]>({
  parse: (values) => [...values],
  serialize: (values) => values,
  eq: (left, right) => left.join("\n") === right.join("\n"),
});

const PARAMETERS = [...FIELD_IDS, "from", "to", "q", "sort", "measure"] as const;
type Parameter = (typeof PARAMETERS)[number];

const parsers: Record<Parameter, typeof verbatim> = {
  severity: verbatim,
  status: verbatim,
  source: verbatim,
  connection: verbatim,
  type: verbatim,
  outcome: verbatim,
  attacker: verbatim,
  target: verbatim,
  assignee: verbatim,
  from: verbatim,
  to: verbatim,
  q: verbatim,
  sort: verbatim,
  measure: verbatim,
};

/** The view in the URL, and the ways to change it. Each change is a step that Back undoes. */
export function useQueueView() {
  const [values, setValues] = useQueryStates(parsers, { history: "push" });

  const searchParams = useSearchParams();
  const router = useRouter();
  const pathname = usePathname();

  const known: readonly string[] = [...PARAMETERS, EVENT_PARAMETER];
  const params = new URLSearchParams([...searchParams].filter(([key]) => !known.includes(key)));
  for (const key of PARAMETERS) for (const text of values[key] ?? []) params.append(key, text);
  const query = params.toString();
  // The view stays the same object while only the event beside the list changes.
  const { view, dropped } = useMemo(() => parseQueueView(new URLSearchParams(query), new Date()), [query]);

  const setView = useCallback(
    (next: QueueView, { replace = false }: { replace?: boolean } = {}) => {
      const params = viewParams(next);
      const entries = PARAMETERS.map((key) => [key, params.has(key) ? params.getAll(key) : null]);
      void setValues(Object.fromEntries(entries), { history: replace ? "replace" : "push" });
    },
    [setValues],
  );

  const setFilter = useCallback(
    (filter: EventFilter, options?: { replace?: boolean }) => setView({ ...view, filter }, options),
    [setView, view],
  );
  const setSort = useCallback((sort: Sort) => setView({ ...view, sort }), [setView, view]);
  const clearFilter = useCallback(() => setView({ ...view, filter: EMPTY_FILTER }), [setView, view]);
  const forgetDropped = useCallback(
    () => router.replace(`${pathname}?${viewParams(view)}`),
    [router, pathname, view],
  );

  return { view, dropped, setView, setFilter, setSort, clearFilter, forgetDropped };
}
