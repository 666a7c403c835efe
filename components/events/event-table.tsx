"use client";

import { useMediaQuery } from "@mantine/hooks";
import { useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { TABLE_ROLES } from "@/components/table/table-roles";
import { useRowKeys } from "@/components/table/use-row-keys";
import type { SecurityEvent } from "@/lib/events/event";
import type { Sort } from "@/lib/events/query";
import { EVENT_TRACKS, eventColumns, eventTableFeatures } from "./event-columns";
import { EventRow } from "./event-row";
import classes from "./event-table.module.css";
import { EventTableHead } from "./event-table-head";
import { recallScroll, rememberScroll } from "./scroll-memory";

/** Heights in pixels; `event-table.module.css` sets the same. */
const ROW_HEIGHT = 34;
const CARD_HEIGHT = 112;
const HEAD_HEIGHT = 32;
/** What the server renders: about one screen. */
const FIRST_SCREEN = { width: 1280, height: 700 };
/** The next page is asked for while so many rows are still ahead. */
const ROWS_AHEAD = 150;

type EventTableProps = {
  rows: readonly SecurityEvent[];
  total: number;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Names the view, to find its scroll position again. */
  viewKey: string;
  scroller: RefObject<HTMLDivElement | null>;
  /** The rows belong to the view before. */
  outdated: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
};

/** The rows of the queue: only those in sight are in the document, the next page is fetched before the end. */
export function EventTable(props: EventTableProps) {
  const t = useTranslations("events");
  const { rows, total, viewKey, scroller, outdated, hasMore, loadingMore, loadMore } = props;
  const table = useTable({ features: eventTableFeatures, columns: eventColumns, data: rows, getRowId });
  const modelRows = table.getRowModel().rows;

  const cards = useMediaQuery("(max-width: 48em)", false) ?? false;
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const element = bodyRef.current;
    const top = scroller.current;
    if (!element || !top) return;
    setOffset(element.getBoundingClientRect().top - top.getBoundingClientRect().top + top.scrollTop);
  }, [scroller]);

  const active = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? CARD_HEIGHT : ROW_HEIGHT),
    getItemKey: (index) => modelRows[index]?.id ?? index,
    initialRect: FIRST_SCREEN,
    initialOffset: () => recallScroll(viewKey),
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: cards ? 0 : HEAD_HEIGHT,
    // The focused row stays in the document, else the focus would be lost by scrolling.
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), active.current, range.count),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are measured anew when rows become cards
  useEffect(() => virtualizer.measure(), [virtualizer, cards]);
  useEffect(() => {
    const element = scroller.current;
    const remember = () => rememberScroll(viewKey, element?.scrollTop ?? 0);
    element?.addEventListener("scroll", remember, { passive: true });
    return () => element?.removeEventListener("scroll", remember);
  }, [viewKey, scroller]);

  const reveal = useCallback(
    (index: number) => {
      active.current = index;
      virtualizer.scrollToIndex(index);
    },
    [virtualizer],
  );
  useRowKeys({ container: bodyRef, count: modelRows.length, reveal });

  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loadingMore && lastIndex >= modelRows.length - ROWS_AHEAD) loadMore();
  }, [hasMore, loadingMore, lastIndex, modelRows.length, loadMore]);

  const before = (items[0]?.start ?? offset) - offset;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset);
  const tracks: CSSProperties & Record<"--event-tracks", string> = { "--event-tracks": EVENT_TRACKS };
  return (
    <table
      {...TABLE_ROLES.table}
      className={classes.table}
      style={tracks}
      aria-label={t("title")}
      aria-rowcount={total + 1}
      aria-busy={outdated}
      data-outdated={outdated || undefined}
    >
      <EventTableHead sort={props.sort} onSort={props.onSort} />
      <tbody
        {...TABLE_ROLES.group}
        ref={bodyRef}
        className={classes.body}
        style={{ paddingTop: before, paddingBottom: after }}
      >
        {items.map((item, position) => {
          const row = modelRows[item.index];
          const gap = position === 0 ? 0 : item.start - (items[position - 1]?.end ?? item.start);
          return row && <EventRow key={row.id} row={row} index={item.index} gap={gap} onFocus={focusRow} />;
        })}
      </tbody>
    </table>
  );

  function focusRow(index: number) {
    active.current = index;
  }
}

const getRowId = (event: SecurityEvent) => event.id;

function withIndex(indexes: number[], wanted: number | null, count: number): number[] {
  if (wanted === null || wanted >= count || indexes.includes(wanted)) return indexes;
  return [...indexes, wanted].sort((left, right) => left - right);
}
