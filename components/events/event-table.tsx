"use client";

import { useMediaQuery } from "@mantine/hooks";
import { useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type CSSProperties, type RefObject, useCallback, useEffect, useReducer, useRef } from "react";
import { flushSync } from "react-dom";
import { TABLE_ROLES } from "@/components/table/table-roles";
import { useRowKeys } from "@/components/table/use-row-keys";
import type { SecurityEvent } from "@/lib/events/event";
import type { Sort } from "@/lib/events/query";
import { gridTracks, narrowestRow, type ShownColumn } from "./column-layout";
import { eventColumns, eventTableFeatures } from "./event-columns";
import { EventRow } from "./event-row";
import classes from "./event-table.module.css";
import { EventTableHead } from "./event-table-head";
import { recallView, rememberView } from "./left-views";
import { useEventPrefetch } from "./use-event-prefetch";
import { type RowActions, useRowActions } from "./use-row-actions";
import { useRowsOffset } from "./use-rows-offset";
import { useScrollOfView } from "./use-scroll-of-view";

/** Heights in pixels; `event-table.module.css` takes them from here. */
const ROW_HEIGHTS = { comfortable: 34, compact: 26 } as const;
const CARD_HEIGHT = 112;
/** A card's line of optional columns. */
const CARD_LINE = 24;
const HEAD_HEIGHT = 32;
/** What the server renders: about one screen. */
const FIRST_SCREEN = { width: 1280, height: 540 };
/** The next page is asked for while so many rows are still ahead. */
const ROWS_AHEAD = 150;
/** The same once somebody scrolls: a flung wheel passes hundreds in a second. */
const ROWS_AHEAD_SCROLLING = 700;

export type EventTableProps = {
  rows: readonly SecurityEvent[];
  total: number;
  columns: readonly ShownColumn[];
  density: keyof typeof ROW_HEIGHTS;
  onResize: (column: string, width: number) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
  actions: RowActions;
  /** Names the view, to find its scroll position again. */
  viewKey: string;
  scroller: RefObject<HTMLDivElement | null>;
  /** The rows belong to the view before. */
  outdated: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
};

type TableStyle = CSSProperties &
  Record<"--event-tracks" | "--row-height" | "--row-width" | "--card-height", string>;

/** The rows of the queue: only those in sight are in the document, the next page is fetched before the end. */
export function EventTable(props: EventTableProps) {
  const t = useTranslations("events");
  const { rows, total, columns, viewKey, scroller, outdated, hasMore, loadingMore, loadMore, actions } =
    props;
  const cards = useMediaQuery("(max-width: 48em)", false) ?? false;
  const cardHeight = CARD_HEIGHT + (columns.some(({ optional }) => optional) ? CARD_LINE : 0);
  const rowHeight = cards ? cardHeight : ROW_HEIGHTS[props.density];
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const measured = useRowsOffset(bodyRef, scroller);
  const offset = measured ?? 0;

  const active = useRef<number | null>(null);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    initialRect: FIRST_SCREEN,
    initialOffset: () => recallView(viewKey).scroll ?? 0,
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: cards ? 0 : HEAD_HEIGHT,
    // The focused row stays in the document, else the focus would be lost by scrolling.
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), active.current, range.count),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the rows' height changes
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const focusRow = useCallback(
    (index: number, eventId: string) => {
      active.current = index;
      rememberView(viewKey, { cursor: eventId });
    },
    [viewKey],
  );
  const reveal = useCallback(
    (index: number) => {
      active.current = index;
      virtualizer.scrollToIndex(index);
      // Keys may come faster than scrolling draws, and the next one means this row.
      if (!bodyRef.current?.querySelector(`[data-index="${index}"]`)) flushSync(draw);
    },
    [virtualizer],
  );
  const cursor = () => {
    const left = recallView(viewKey).cursor;
    return left === undefined ? -1 : rows.findIndex(({ id }) => id === left);
  };
  const rowKeys = useRowKeys({ container: bodyRef, count: rows.length, reveal, cursor });
  useRowActions({ rows, actions, container: bodyRef, ...rowKeys });
  useEventPrefetch(rows, bodyRef);

  const openIndex = rows.findIndex(({ id }) => id === actions.openId);
  useScrollOfView(props, measured, rowHeight);
  const placed = measured !== null;
  useEffect(() => {
    if (placed && openIndex >= 0) virtualizer.scrollToIndex(openIndex);
  }, [placed, openIndex, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  const ahead = (items[0]?.index ?? 0) === 0 ? ROWS_AHEAD : ROWS_AHEAD_SCROLLING;
  useEffect(() => {
    if (hasMore && !loadingMore && lastIndex >= rows.length - ahead) loadMore();
  }, [hasMore, loadingMore, lastIndex, ahead, rows.length, loadMore]);

  // The model holds the rows in sight, so that a list of thousands costs no more than its first screen.
  const data = items.flatMap(({ index }) => rows[index] ?? []);
  const table = useTable({ features: eventTableFeatures, columns: eventColumns, data, getRowId });
  const { rowsById } = table.getRowModel();

  const before = (items[0]?.start ?? offset) - offset;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset);
  const style: TableStyle = {
    "--event-tracks": gridTracks(columns),
    "--row-height": `${ROW_HEIGHTS[props.density]}px`,
    "--row-width": `${narrowestRow(columns)}px`,
    "--card-height": `${cardHeight}px`,
  };
  return (
    <table
      {...TABLE_ROLES.table}
      className={classes.table}
      style={style}
      aria-label={t("title")}
      aria-rowcount={total + 1}
      aria-busy={outdated}
      data-outdated={outdated || undefined}
    >
      <EventTableHead columns={columns} sort={props.sort} onSort={props.onSort} onResize={props.onResize} />
      <tbody
        {...TABLE_ROLES.group}
        ref={bodyRef}
        className={classes.body}
        style={{ paddingTop: before, paddingBottom: after }}
      >
        {items.map((item, position) => {
          const row = rowsById[String(item.key)];
          const gap = position === 0 ? 0 : item.start - (items[position - 1]?.end ?? item.start);
          return (
            row && (
              <EventRow
                key={row.id}
                event={row.original}
                columns={columns}
                index={item.index}
                gap={gap}
                open={row.id === actions.openId}
                selected={actions.selectedIds.has(row.id)}
                change={actions.changes.get(row.id)}
                onFocus={focusRow}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

const getRowId = (event: SecurityEvent) => event.id;

function withIndex(indexes: number[], wanted: number | null, count: number): number[] {
  if (wanted === null || wanted >= count || indexes.includes(wanted)) return indexes;
  return [...indexes, wanted].sort((left, right) => left - right);
}
