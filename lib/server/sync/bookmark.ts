import { z } from "zod";
import type { Pace } from "./pace";
import { clipAfter, mergeSpans, reachOf, type Span, subtractSpans } from "./span";

const instantMs = z.int();
const spanSchema = z.object({ from: instantMs, to: instantMs });

const listBookmarkSchema = z.object({
  /** What has been read completely, and need not be read again except by the reconciliation. */
  covered: z.array(spanSchema),
  /** The newest stretch: up to when the list was last asked, and from where on that must be read first. */
  head: spanSchema.nullable(),
});
export type ListBookmark = z.infer<typeof listBookmarkSchema>;

const pendingSchema = spanSchema.extend({ list: z.string() });

/** How far the reading of one source has come: survives a restart. All times are epoch milliseconds. */
export const bookmarkSchema = z.object({
  lists: z.record(z.string(), listBookmarkSchema),
  /** The re-reading of the whole lookback: when the latest one began, and what it still has to read. */
  reconciliation: z.object({ startedAt: instantMs, pending: z.array(pendingSchema) }).nullable(),
  gaps: z.array(
    spanSchema.extend({
      list: z.string(),
      announced: z.int(),
      received: z.int(),
      notedAt: instantMs,
    }),
  ),
});
export type Bookmark = z.infer<typeof bookmarkSchema>;

export const EMPTY_BOOKMARK: Bookmark = { lists: {}, reconciliation: null, gaps: [] };

export const listBookmark = (bookmark: Bookmark, list: string): ListBookmark =>
  bookmark.lists[list] ?? { covered: [], head: null };

/** The bookmark with another state of one list. */
export function withList(bookmark: Bookmark, list: string, state: ListBookmark): Bookmark {
  return { ...bookmark, lists: { ...bookmark.lists, [list]: state } };
}

/** The bookmark with a span of a list marked as read. */
export function withCovered(bookmark: Bookmark, list: string, span: Span): Bookmark {
  const state = listBookmark(bookmark, list);
  return withList(bookmark, list, { ...state, covered: mergeSpans([...state.covered, span]) });
}

/** What of a list has not been read, newest first. */
export function missingSpans(state: ListBookmark, lookbackFrom: number): Span[] {
  return state.head ? subtractSpans({ from: lookbackFrom, to: state.head.to }, state.covered) : [];
}

/** The span holds something of the newest stretch. */
export const touchesHead = (state: ListBookmark, span: Span): boolean =>
  state.head !== null && span.to > state.head.from;

/** Everything of the newest stretch has been read. */
export function headIsRead(state: ListBookmark, lookbackFrom: number): boolean {
  return state.head !== null && !missingSpans(state, lookbackFrom).some((span) => touchesHead(state, span));
}

/** The clocks of the clouds count in seconds, and a head ends at the next whole one. */
const ROUNDING = 1_000;

/** The list was asked for a time that has not come yet: the clock has been set back since. */
export const isAhead = (bookmark: Bookmark, now: number): boolean =>
  Object.values(bookmark.lists).some((state) => (state.head?.to ?? now) > now + ROUNDING);

/** The bookmark for a clock that was set back: what has not happened yet cannot have been read. */
export function rewound(bookmark: Bookmark, now: number): Bookmark {
  const end = Math.ceil(now / 1_000) * 1_000;
  const lists = Object.entries(bookmark.lists).map(([list, { covered, head }]) => {
    const kept = head && { from: Math.min(head.from, end), to: Math.min(head.to, end) };
    return [list, { covered: clipAfter(covered, end), head: kept }] as const;
  });
  // The next reading of everything begins as soon as what is new has been read.
  return { ...bookmark, lists: Object.fromEntries(lists), reconciliation: { startedAt: 0, pending: [] } };
}

/** The unbroken stretch up to the newest reading that all lists have in common; null before there is one. */
export function commonStretch(bookmark: Bookmark): Span | null {
  const stretches = Object.values(bookmark.lists).map((state) => mergeSpans(state.covered).at(-1));
  const from = Math.max(...stretches.map((span) => span?.from ?? Number.POSITIVE_INFINITY));
  const to = Math.min(...stretches.map((span) => span?.to ?? Number.NEGATIVE_INFINITY));
  return from < to ? { from, to } : null;
}

/**
 * Moves the newest stretch of a list up to now. The last `overlap` before the previous reading counts as
 * unread again, since rows are published late; what was still missing stays missing.
 */
export function extendHead(state: ListBookmark, now: number, pace: Pace, lookbackFrom: number): ListBookmark {
  // Whole seconds: what the clouds count in.
  const to = Math.ceil(now / 1_000) * 1_000;
  const settled = (state.head?.to ?? to) - pace.overlap;
  const covered = clipAfter(state.covered, settled);
  const reached = state.head ? reachOf(covered, Math.max(state.head.from, lookbackFrom)) : settled;
  return { covered, head: { from: Math.min(Math.max(reached, lookbackFrom), settled, to), to } };
}
