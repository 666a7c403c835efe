import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { EventTableProps } from "./event-table";
import { type LeftView, recallView, rememberView, takeUpLeftViews } from "./left-views";

/** The element that scrolls; links lead to it, too. */
export const SCROLLER_ID = "events-table";
/** So many pages are read to come back to a place; whoever was further down comes back this far. */
const MOST_PAGES = 40;

type Rows = Pick<
  EventTableProps,
  "viewKey" | "scroller" | "rows" | "outdated" | "hasMore" | "loadingMore" | "loadMore"
>;

/**
 * Shows a new view from its top, and one that somebody has come back to where it was left: with the same row at
 * the upper edge, also when the rows up to there have to be read again or others have come above it.
 * @param offset where the rows begin, in pixels; null before it is known, when they are put to their top.
 * @param rowHeight pixels.
 */
export function useScrollOfView(
  { viewKey, scroller, rows, outdated, hasMore, loadingMore, loadMore }: Rows,
  offset: number | null,
  rowHeight: number,
): void {
  // Somebody may have scrolled in the server's HTML, which the rows' own script does not know of.
  const [before] = useState(() =>
    typeof document === "undefined" ? 0 : (document.getElementById(SCROLLER_ID)?.scrollTop ?? 0),
  );
  const shownKey = useRef(viewKey);
  /** Where the view has still to be scrolled to, and how many pages may be read for it. */
  const wanted = useRef<Place | null>(null);
  const returned = useReturned();

  const remember = useEffectEvent((scroll: number) => {
    const within = scroll - (offset ?? 0);
    const first = rows[Math.floor(within / rowHeight)];
    const topRow =
      offset === null || outdated || within < 0 || !first
        ? null
        : { id: first.id, above: within % rowHeight };
    rememberView(viewKey, { scroll, topRow });
  });
  useEffect(() => {
    const element = scroller.current;
    const listener = () => remember(element?.scrollTop ?? 0);
    element?.addEventListener("scroll", listener, { passive: true });
    return () => element?.removeEventListener("scroll", listener);
  }, [scroller]);

  useEffect(() => {
    takeUpLeftViews(shownKey.current);
    wanted.current = before > 0 ? placeAt(before) : leftPlace(shownKey.current);
    // Whoever moves meanwhile wants to be somewhere else.
    const letGo = () => {
      wanted.current = null;
    };
    const moves = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
    for (const move of moves) window.addEventListener(move, letGo, { passive: true });
    return () => {
      for (const move of moves) window.removeEventListener(move, letGo);
    };
  }, [before]);

  useEffect(() => {
    if (shownKey.current === viewKey) return;
    shownKey.current = viewKey;
    wanted.current = returned() ? leftPlace(viewKey) : null;
    scroller.current?.scrollTo({ top: wanted.current?.top ?? 0 });
  }, [viewKey, scroller, returned]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with every row more the page reaches further
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!wanted.current || !element || offset === null || outdated || loadingMore) return;
    const { top, topRow, pages } = wanted.current;
    const index = topRow ? rows.findIndex(({ id }) => id === topRow.id) : -1;
    const reached = element.scrollHeight - element.clientHeight >= top;
    if (index < 0 && hasMore && pages > 0 && (topRow || !reached)) {
      // Rows that came since have pushed it down by less than a page, or it is gone.
      wanted.current = { top, topRow, pages: reached ? 0 : pages - 1 };
      loadMore();
      return;
    }
    element.scrollTo({ top: topRow && index >= 0 ? offset + index * rowHeight + topRow.above : top });
    wanted.current = null;
  }, [viewKey, rows.length, offset, rowHeight, outdated, hasMore, loadingMore, loadMore, scroller]);
}

/** Where a view has to be scrolled to: to its row, or if that is not there any more, as many pixels as it was. */
type Place = {
  readonly top: number;
  readonly topRow: (LeftView["topRow"] & object) | null;
  readonly pages: number;
};

const placeAt = (top: number, topRow: Place["topRow"] = null): Place => ({ top, topRow, pages: MOST_PAGES });

function leftPlace(viewKey: string): Place | null {
  const { scroll = 0, topRow = null } = recallView(viewKey);
  return scroll > 0 ? placeAt(scroll, topRow) : null;
}

/** Tells whether Back or Forward has led to the address. */
function useReturned(): () => boolean {
  const to = useRef<string | null>(null);
  const [returned] = useState(() => () => to.current === window.location.search);
  useEffect(() => {
    const note = () => {
      to.current = window.location.search;
    };
    window.addEventListener("popstate", note);
    return () => window.removeEventListener("popstate", note);
  }, []);
  return returned;
}
