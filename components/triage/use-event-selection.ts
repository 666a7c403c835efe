"use client";

import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  NO_ROWS,
  type RowSelection,
  selectRange,
  selectRows,
  toggleRow,
} from "@/components/table/row-selection";
import { answerWith } from "@/lib/api/answer-reader";
import type { EventSelection } from "@/lib/api/event-selection";
import { fetchJson } from "@/lib/api/fetch-json";
import type { SeenEvent } from "@/lib/api/status-change";
import type { SecurityEvent } from "@/lib/events/event";

/** What each view had selected, for as long as the page is not reloaded: Back finds it again. */
const remembered = new Map<string, { rows: RowSelection; frozen: EventSelection | null }>();

const selectionReader = answerWith<EventSelection>("id", "total", "createdAt");

/** Frozen sets are asked for by the filter alone: how rows are sorted changes nothing. */
function freeze(query: string): Promise<EventSelection> {
  return fetchJson("/api/events/selection", selectionReader, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
}

/**
 * Events picked by hand, or all that match at one moment: a frozen set that later events do not enter.
 * @param viewKey names the view, whose selection this is.
 * @param query the view's filter as URL parameters.
 */
export function useEventSelection(viewKey: string, query: string, rows: readonly SecurityEvent[]) {
  const [state, setState] = useState(() => recall(viewKey));
  if (state.viewKey !== viewKey) setState(recall(viewKey));
  useEffect(() => void remembered.set(state.viewKey, state), [state]);

  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const setRows = useCallback(
    (change: (rows: RowSelection) => RowSelection) =>
      setState((before) => ({ ...before, frozen: null, rows: change(before.rows) })),
    [],
  );
  const freezing = useMutation({
    mutationFn: () => freeze(query),
    onSuccess: (frozen) =>
      setState((before) => (before.viewKey === viewKey ? { ...before, frozen } : before)),
  });

  const seen = useMemo(
    () => rows.flatMap(({ id, version }): SeenEvent[] => (state.rows.ids.has(id) ? [{ id, version }] : [])),
    [rows, state.rows],
  );
  return {
    ids: state.rows.ids,
    frozen: state.frozen,
    count: state.frozen?.total ?? seen.length,
    /** The picked events with the versions that are shown. */
    seen,
    toggle: useCallback((id: string) => setRows((before) => toggleRow(before, id)), [setRows]),
    extendTo: useCallback(
      (id: string) => setRows((before) => selectRange(before, order, id)),
      [setRows, order],
    ),
    selectLoaded: useCallback(() => setRows(() => selectRows(order)), [setRows, order]),
    clear: useCallback(() => setRows(() => NO_ROWS), [setRows]),
    freeze: freezing.mutate,
    freezing: freezing.isPending,
    freezeError: freezing.error,
  };
}

export type EventSelectionState = ReturnType<typeof useEventSelection>;

function recall(viewKey: string) {
  return { viewKey, ...(remembered.get(viewKey) ?? { rows: NO_ROWS, frozen: null }) };
}
