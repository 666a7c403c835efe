"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { DEFAULT_TOP, MAX_TOP } from "@/lib/api/facet-limits";
import { type FacetField, FIELDS } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import type { FacetCount } from "./facet-rows";
import { valuesQuery } from "./queue-queries";

/** Letters typed faster than this make one question, milliseconds. */
const TYPING_PAUSE = 150;

type FacetValuesOptions = {
  field: FacetField;
  filter: EventFilter;
  /** The most frequent values; `undefined` until they are read. */
  top: readonly FacetCount[] | undefined;
  search: string;
  /** More than the most frequent ones are wanted. */
  all: boolean;
};

/**
 * A field's values: the most frequent, and what the server finds beyond them for a search or for "more".
 * `complete` tells that there are no others.
 */
export function useFacetValues({ field, filter, top, search, all }: FacetValuesOptions) {
  const complete = FIELDS[field].kind === "enum" || (top !== undefined && top.length < DEFAULT_TOP);
  const wanted = useDebouncedValue(search.trim(), TYPING_PAUSE)[0];
  const asks = !complete && (wanted !== "" || all);
  const { data, error, isFetching } = useQuery({
    ...valuesQuery(filter, { field, search: wanted, top: wanted === "" ? MAX_TOP : DEFAULT_TOP }),
    enabled: asks,
  });
  const found = asks ? (data?.facets[field] ?? []) : [];
  const known = new Set(top?.map(({ value }) => value));
  return {
    values: top && [...top, ...found.filter(({ value }) => !known.has(value))],
    complete,
    reading: asks && isFetching,
    error: asks ? error : null,
  };
}
