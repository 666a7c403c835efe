import {
  type Bookmark,
  EMPTY_BOOKMARK,
  extendHead,
  headIsRead,
  isAhead,
  listBookmark,
  missingSpans,
  rewound,
  withCovered,
  withList,
} from "./bookmark";
import type { Failure } from "./failure";
import { clearGaps, noteGap } from "./gaps";
import { attempted, failed, type Health, recovered, rewoundHealth, succeeded, UNTRIED } from "./health";
import { type Forecast, measured } from "./newest-slice";
import { lookbackOf, nextWork, type Situation, type Work } from "./next-work";
import type { Pace } from "./pace";
import { Postponements } from "./postponements";
import { type Progress, RunProgress } from "./progress";
import type { NewestRead } from "./read-newest";
import { type Span, subtractSpans } from "./span";
import type { StoredSync } from "./sync-store";
import type { Walk } from "./walk-window";

const DAY = 86_400_000;

/** A window to read. */
export type ReadWork = Extract<Work, { kind: "read" }>;

/**
 * What the sync knows of one source: what has been read, how it goes, what to do next. Reads and stores
 * nothing itself. All times are epoch milliseconds.
 */
export class SourceState {
  private bookmark: Bookmark = EMPTY_BOOKMARK;
  private health: Health = UNTRIED;
  private run: RunProgress | null = null;
  private olderIsDue = false;
  private reconcileNotBefore = 0;
  private readonly postponements = new Postponements();
  private readonly forecasts = new Map<string, Forecast>();

  constructor(
    private readonly lists: readonly string[],
    private readonly pace: Pace,
    private readonly lookbackDays: number,
  ) {}

  restore(stored: Pick<StoredSync, "bookmark" | "health">): void {
    this.bookmark = stored.bookmark;
    this.health = stored.health;
  }

  snapshot(now: number): StoredSync {
    return { bookmark: this.bookmark, health: this.health, progress: this.progress(now) };
  }

  next(now: number, woken: boolean): Work {
    if (isAhead(this.bookmark, now)) this.rewind(now);
    const situation: Situation = {
      lists: this.lists,
      pace: this.pace,
      now,
      lookbackFrom: this.lookbackFrom(now),
      postponed: this.postponements.all,
      woken,
      olderIsDue: this.olderIsDue,
      reconcileNotBefore: this.reconcileNotBefore,
    };
    return nextWork(this.bookmark, situation);
  }

  extendHead(lists: readonly string[], now: number): void {
    for (const list of lists) {
      const state = extendHead(listBookmark(this.bookmark, list), now, this.pace, this.lookbackFrom(now));
      this.bookmark = withList(this.bookmark, list, state);
    }
    this.olderIsDue = true;
  }

  /** The first reading of the lookback is as good as a reconciliation: the first one begins without work. */
  beginReconciliation(now: number): void {
    const first = this.bookmark.reconciliation === null;
    const pending = first ? [] : lookbackOf(this.bookmark, this.lists, this.lookbackFrom(now));
    this.bookmark = { ...this.bookmark, reconciliation: { startedAt: now, pending } };
  }

  /** @returns what is known of the span already, and whether a run of several windows begins with it. */
  windowBegins(work: ReadWork, now: number) {
    this.health = attempted(this.health, now);
    const runBegins = this.run === null && this.incomplete(now);
    if (runBegins) this.run = new RunProgress(now, work.span);
    return { forecast: this.forecasts.get(forecastKey(work, work.span.to)) ?? null, runBegins };
  }

  pageRead(work: ReadWork, window: Span, rows: number, total: number): void {
    this.run?.page(window, rows, total);
    const isWhole = window.from === work.span.from && window.to === work.span.to;
    if (isWhole) this.forecasts.set(forecastKey(work, work.span.to), measured(total));
  }

  windowRead(
    work: ReadWork,
    read: NewestRead & { readonly calls: number },
    now: number,
    pauseFor: (attempts: number) => number,
  ): void {
    const { walk, rest, calls } = read;
    this.noteShortage(work.list, walk, now);
    this.forecasts.delete(forecastKey(work, work.span.to));
    if (rest && walk.span.from > work.span.from) this.forecasts.set(forecastKey(work, walk.span.from), rest);
    const again = walk.result === "unsettled" && work.part === "older";
    if (!again || !this.postponements.add(work.list, walk.span, "unsettled", now, pauseFor)) {
      this.postponements.clear(work.list, walk.span);
      this.bookmark = withCovered(this.bookmark, work.list, walk.span);
    }
    if (work.part === "reconcile") this.reconciled(work.list, walk.span);
    if (work.part === "reconcile") this.reconcileNotBefore = now + calls * this.pace.reconcilePausePerCall;
    if (work.part !== "head") this.olderIsDue = false;
    this.run?.windowEnds(walk.received);
    this.noteSuccess(work, now);
  }

  /**
   * @param postpone the window itself may be at fault, so that others are tried before it.
   */
  windowFailed(
    work: ReadWork,
    failure: { readonly span: Span; readonly reason: Failure; readonly postpone: boolean },
    now: number,
    pauseFor: (attempts: number) => number,
  ): void {
    this.health = failed(this.health, now, failure.reason);
    if (work.part !== "head") this.olderIsDue = false;
    if (work.part === "reconcile") this.reconciled(work.list, work.span);
    else if (failure.postpone) this.postponements.add(work.list, failure.span, "failed", now, pauseFor);
  }

  /** The sync itself failed, outside of any window. */
  failed(reason: Failure, now: number): void {
    this.health = failed(this.health, now, reason);
  }

  /** The clock was set back: without this, nothing would be read until it is where it was. */
  private rewind(now: number): void {
    this.bookmark = rewound(this.bookmark, now);
    this.health = rewoundHealth(this.health, now);
    this.postponements.forgetBefore(Number.POSITIVE_INFINITY);
    this.reconcileNotBefore = 0;
    this.run = null;
  }

  private lookbackFrom(now: number): number {
    return Math.floor((now - this.lookbackDays * DAY) / 1_000) * 1_000;
  }

  private noteShortage(list: string, walk: Walk, now: number): void {
    const { announced, received } = walk;
    const { gaps } = this.bookmark;
    if (walk.result === "complete") {
      this.bookmark = { ...this.bookmark, gaps: clearGaps(gaps, list, walk.span) };
    } else if (received < announced) {
      const gap = { list, ...walk.span, announced, received, notedAt: now };
      this.bookmark = { ...this.bookmark, gaps: noteGap(gaps, gap) };
    }
  }

  /** Takes a span off the reconciliation: it was read, or failed and is left to the next one. */
  private reconciled(list: string, span: Span): void {
    const { reconciliation } = this.bookmark;
    if (!reconciliation) return;
    const pending = reconciliation.pending.flatMap((part) =>
      part.list === list ? subtractSpans(part, [span]).map((left) => ({ list, ...left })) : [part],
    );
    this.bookmark = { ...this.bookmark, reconciliation: { ...reconciliation, pending } };
  }

  private noteSuccess(work: ReadWork, now: number): void {
    const lookbackFrom = this.lookbackFrom(now);
    this.forgetBefore(lookbackFrom);
    if (!this.postponements.anyFailed) this.health = recovered(this.health);
    const states = this.lists.map((list) => listBookmark(this.bookmark, list));
    if (work.part === "head" && states.every((state) => headIsRead(state, lookbackFrom))) {
      const readAt = Math.min(now, ...states.map((state) => state.head?.to ?? now));
      this.health = succeeded(this.health, readAt, now, this.pace.headEvery);
    }
    if (!this.incomplete(now)) this.run = null;
  }

  private forgetBefore(instant: number): void {
    this.postponements.forgetBefore(instant);
    const gaps = this.lists.reduce(
      (left, list) => clearGaps(left, list, { from: Number.NEGATIVE_INFINITY, to: instant }),
      this.bookmark.gaps,
    );
    this.bookmark = { ...this.bookmark, gaps };
  }

  /** Something beyond what is new has not been read yet. */
  private incomplete(now: number): boolean {
    return (
      this.lists.some((list) => this.olderMissing(list, now).length > 0) || this.health.lastSuccessAt === null
    );
  }

  /** What is missing below the newest stretch. */
  private olderMissing(list: string, now: number): Span[] {
    const state = listBookmark(this.bookmark, list);
    return missingSpans(state, this.lookbackFrom(now)).filter((span) => span.from < (state.head?.from ?? 0));
  }

  private progress(now: number): Progress | null {
    if (!this.run) return null;
    const rows = this.lists.flatMap((list) =>
      this.olderMissing(list, now).map(({ to }) => this.forecasts.get(forecastKey({ list }, to))?.rows),
    );
    const remaining = rows.reduce<number | null>(
      (sum, row) => (sum === null || row === undefined ? null : sum + row),
      0,
    );
    return this.run.at(now, remaining);
  }
}

/** A forecast belongs to the span that ends where the slice before it began. */
const forecastKey = (work: Pick<ReadWork, "list"> & { readonly part?: ReadWork["part"] }, to: number) =>
  JSON.stringify([work.part === "reconcile", work.list, to]);
