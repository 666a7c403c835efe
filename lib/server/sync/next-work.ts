import { type Bookmark, type ListBookmark, listBookmark, missingSpans, touchesHead } from "./bookmark";
import type { Pace } from "./pace";
import { type Span, subtractSpans } from "./span";

/** A span that failed or would not settle, left alone until an instant (epoch ms). */
export type Postponed = Span & { readonly list: string; readonly until: number; readonly attempts: number };

/** What the planning depends on beside the bookmark. */
export type Situation = {
  readonly lists: readonly string[];
  readonly pace: Pace;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The oldest instant to read; epoch milliseconds. */
  readonly lookbackFrom: number;
  readonly postponed: readonly Postponed[];
  /** Somebody asked for a reading now. */
  readonly woken: boolean;
  /** New events were read since anything older was: the older part is next. */
  readonly olderIsDue: boolean;
  /** The earliest instant for the reconciliation's next window. */
  readonly reconcileNotBefore: number;
};

/** The next thing to do for one source. */
export type Work =
  | {
      readonly kind: "read";
      readonly part: "head" | "older" | "reconcile";
      readonly list: string;
      readonly span: Span;
    }
  | { readonly kind: "extend-head"; readonly lists: readonly string[] }
  | { readonly kind: "begin-reconciliation" }
  | { readonly kind: "wait"; readonly until: number };

type Candidate = { readonly list: string; readonly span: Span };

function newest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.toSorted((a, b) => b.span.to - a.span.to)[0] ?? null;
}

const dueAt = (state: ListBookmark, pace: Pace) => (state.head ? state.head.to + pace.headEvery : 0);

/**
 * Decides what to read next: first what is new, newest first; between two such readings one window of the
 * part of the lookback never read; when nothing is missing, one window of the reconciliation; else wait.
 */
export function nextWork(bookmark: Bookmark, situation: Situation): Work {
  const { lists, pace, now, lookbackFrom, postponed, woken } = situation;
  const missing = lists.flatMap((list) => {
    const state = listBookmark(bookmark, list);
    const later = postponed.filter((span) => span.list === list && span.until > now);
    return missingSpans(state, lookbackFrom)
      .flatMap((span) => subtractSpans(span, later))
      .map((span) => ({ list, span, isHead: touchesHead(state, span) }));
  });
  const head = newest(missing.filter((candidate) => candidate.isHead));
  if (head) return { kind: "read", part: "head", list: head.list, span: head.span };

  const older = newest(missing);
  const due = lists.filter((list) => woken || dueAt(listBookmark(bookmark, list), pace) <= now);
  const extend: Work = { kind: "extend-head", lists: due };
  if (due.length > 0 && !(older && situation.olderIsDue)) return extend;
  if (older) return { kind: "read", part: "older", list: older.list, span: older.span };

  const reconcile = nextOfReconciliation(bookmark, situation);
  if (typeof reconcile !== "number") return reconcile;
  const wakes = [
    reconcile,
    ...lists.map((list) => dueAt(listBookmark(bookmark, list), pace)),
    ...postponed.map((span) => span.until),
  ];
  return { kind: "wait", until: Math.min(...wakes.filter((instant) => instant > now)) };
}

/** The reconciliation's next step, or the instant at which there will be one. */
function nextOfReconciliation(bookmark: Bookmark, situation: Situation): Work | number {
  const { pace, now, reconcileNotBefore } = situation;
  const { reconciliation } = bookmark;
  if (!reconciliation) return { kind: "begin-reconciliation" };
  const { pending, startedAt } = reconciliation;
  const due = pending.length > 0 ? 0 : startedAt + pace.reconcileEvery;
  const at = Math.max(due, reconcileNotBefore);
  if (at > now) return at;
  const next = newest(pending.map(({ list, from, to }) => ({ list, span: { from, to } })));
  return next ? { kind: "read", part: "reconcile", ...next } : { kind: "begin-reconciliation" };
}

/** What a re-reading of the lookback has to cover: all that the reading of the head does not read again anyway. */
export function lookbackOf(bookmark: Bookmark, lists: readonly string[], lookbackFrom: number) {
  return lists.flatMap((list) => {
    const to = listBookmark(bookmark, list).head?.from ?? lookbackFrom;
    return to > lookbackFrom ? [{ list, from: lookbackFrom, to }] : [];
  });
}
