import type { Postponed } from "./next-work";
import type { Span } from "./span";

/** The longest time for which one window is left alone, so that what is new is soon tried again; ms. */
const LONGEST = 60_000;
/** A window that moves under this many rounds of readings is left to the reconciliation. */
const MOST_UNSETTLED = 3;

type Entry = Postponed & { readonly why: "failed" | "unsettled" };

/** The windows that are left alone for a while, so that one bad window does not hold up the others. */
export class Postponements {
  private entries: readonly Entry[] = [];

  get all(): readonly Postponed[] {
    return this.entries;
  }

  /** Some window could not be read when it was last tried. */
  get anyFailed(): boolean {
    return this.entries.some((entry) => entry.why === "failed");
  }

  /**
   * @param pauseFor the pause in milliseconds after this many attempts.
   * @returns false when an unsettled window has had its chances and is to count as read.
   */
  add(list: string, span: Span, why: Entry["why"], now: number, pauseFor: (attempts: number) => number) {
    const attempts = 1 + Math.max(0, ...this.touching(list, span).map((entry) => entry.attempts));
    this.clear(list, span);
    if (why === "unsettled" && attempts > MOST_UNSETTLED) return false;
    const until = now + Math.min(LONGEST, 2 * pauseFor(attempts));
    this.entries = [...this.entries, { list, ...span, why, attempts, until }];
    return true;
  }

  /** The span has been read: forget what was postponed there. */
  clear(list: string, span: Span): void {
    const touching = this.touching(list, span);
    this.entries = this.entries.filter((entry) => !touching.includes(entry));
  }

  /** Forgets what is older than anything that is read. */
  forgetBefore(instant: number): void {
    this.entries = this.entries.filter((entry) => entry.to > instant);
  }

  private touching(list: string, span: Span): readonly Entry[] {
    return this.entries.filter(
      (entry) => entry.list === list && entry.from < span.to && entry.to > span.from,
    );
  }
}
