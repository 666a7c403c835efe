"use client";

import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import { type PickedEvent, recallView, rememberView, takeUpLeftViews } from "@/components/events/left-views";
import { readMatching } from "@/components/events/queue-queries";
import {
  NO_ROWS,
  type RowSelection,
  selectRange,
  selectRows,
  toggleRow,
} from "@/components/table/row-selection";
import { answerWith } from "@/lib/api/answer-reader";
import type { EventSelection } from "@/lib/api/event-selection";
import { sendJson } from "@/lib/api/send-json";
import type { SecurityEvent } from "@/lib/events/event";

const selectionReader = answerWith<EventSelection>("id", "total", "createdAt");

/** Frozen sets are asked for by the filter alone: how rows are sorted changes nothing. */
function freeze(query: string): Promise<EventSelection> {
  return sendJson("POST", "/api/events/selection", selectionReader, { query });
}

type SelectedView = {
  /** Names the view, whose selection this is. */
  readonly viewKey: string;
  /** The view's filter as URL parameters. */
  readonly query: string;
  readonly rows: readonly SecurityEvent[];
  /** Names the reading of the list that the rows are of. */
  readonly reading: string | undefined;
};

/** Whose events are to be frozen: another view may be shown before they are. */
type AskedFor = Pick<SelectedView, "viewKey" | "query">;

/** Events picked by hand, or all that match at one moment: a frozen set that later events do not enter. */
export function useEventSelection({ viewKey, query, rows, reading }: SelectedView) {
  const [state, setState] = useState(() => recall(viewKey));
  if (state.viewKey !== viewKey) setState(recall(viewKey));

  // What was picked may have left the view since, and nobody would see what a key then means.
  const takeUp = useEffectEvent(async () => {
    takeUpLeftViews(viewKey);
    const left = recall(viewKey);
    const ids = [...left.rows.ids];
    if (ids.length === 0 && !left.frozen) return;
    // After a reload nothing is selected yet; what is missing later was let go of.
    const restores = !state.touched && state.rows.ids.size === 0 && state.frozen === null;
    const matching = await readMatching(ids, query).catch(() => null);
    if (!matching) return;
    setState((now) => {
      if (now.viewKey !== viewKey) return now;
      return keepOnly(restores && !now.touched ? { ...left, touched: now.touched } : now, left, matching);
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every reading of a view's list
  useEffect(() => void takeUp(), [viewKey, reading]);

  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const setRows = useCallback(
    (change: (rows: RowSelection) => RowSelection) =>
      setState((before) =>
        // All that match stay selected until somebody lets go of them: a click on a row would replace them unasked.
        before.frozen
          ? { ...before, refused: true }
          : { ...before, touched: true, rows: change(before.rows) },
      ),
    [],
  );
  const freezing = useMutation({ mutationFn: (asked: AskedFor) => freeze(asked.query) });
  const { mutate, reset } = freezing;
  const here = freezing.variables?.viewKey === viewKey;

  // Of picked events that are no longer among the loaded rows, too: showing new ones lets go of none.
  const [known] = useState(() => new Map<string, PickedEvent>());
  const picked = useMemo(() => {
    for (const { id, version, assignee } of rows) {
      if (state.rows.ids.has(id)) known.set(id, { id, version, assignee });
    }
    return [...state.rows.ids].flatMap((id) => known.get(id) ?? state.leftWith.get(id) ?? []);
  }, [rows, state.rows, state.leftWith, known]);
  useEffect(() => {
    const { rows: selected, frozen } = state;
    rememberView(state.viewKey, { picked, anchor: selected.anchor, frozen });
  }, [state, picked]);
  const { frozen } = state;
  const ids = useMemo(
    () =>
      frozen ? new Set(rows.filter((row) => wasThere(row, frozen)).map(({ id }) => id)) : state.rows.ids,
    [frozen, rows, state.rows],
  );
  return {
    /** The loaded rows that are selected, and those picked by hand elsewhere. */
    ids,
    frozen,
    count: frozen?.total ?? picked.length,
    /** The events picked by hand, as they were shown last. */
    picked,
    /** Somebody tried to pick a single event while all that match are selected. */
    refused: state.refused,
    toggle: useCallback((id: string) => setRows((before) => toggleRow(before, id)), [setRows]),
    extendTo: useCallback(
      (id: string) => setRows((before) => selectRange(before, order, id)),
      [setRows, order],
    ),
    selectLoaded: useCallback(() => setRows(() => selectRows(order)), [setRows, order]),
    clear: useCallback(() => {
      // A set that is still on its way is let go of, too.
      reset();
      setState((before) => ({ ...before, touched: true, rows: NO_ROWS, frozen: null, refused: false }));
    }, [reset]),
    freeze: () =>
      mutate(
        { viewKey, query },
        {
          // Given with the order: the hook's own would know the view of that moment, not the one that is meant.
          onSuccess: (frozen) =>
            setState((before) =>
              before.viewKey === viewKey ? { ...before, touched: true, frozen, refused: false } : before,
            ),
        },
      ),
    freezing: here && freezing.isPending,
    freezeError: here ? freezing.error : null,
  };
}

export type EventSelectionState = ReturnType<typeof useEventSelection>;

type Selected = {
  readonly viewKey: string;
  readonly rows: RowSelection;
  readonly frozen: EventSelection | null;
  readonly refused: boolean;
  /** Somebody has selected, or let go, since the view is shown. */
  readonly touched: boolean;
  /** Picked events as they were when the view was left. */
  readonly leftWith: ReadonlyMap<string, PickedEvent>;
};

function recall(viewKey: string): Selected {
  const { picked = [], anchor = null, frozen = null } = recallView(viewKey);
  const rows: RowSelection = { ids: new Set(picked.map(({ id }) => id)), anchor };
  const leftWith = new Map(picked.map((event) => [event.id, event]));
  return { viewKey, rows, frozen, refused: false, touched: false, leftWith };
}

/** A selection without those that it was left with and that have left the view since. */
function keepOnly(selected: Selected, left: Selected, matching: ReadonlySet<string>): Selected {
  const { rows } = selected;
  const ids = [...rows.ids].filter((id) => matching.has(id) || !left.rows.ids.has(id));
  return { ...selected, rows: { ...rows, ids: new Set(ids) } };
}

/** The set has no list of its own here; what was last active after it was frozen came later. */
const wasThere = ({ lastSeenAt }: SecurityEvent, { createdAt }: EventSelection): boolean =>
  Date.parse(lastSeenAt) <= Date.parse(createdAt);
