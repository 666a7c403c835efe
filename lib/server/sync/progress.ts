import type { Span } from "./span";

/** The run in progress, as people see it. Epoch milliseconds. */
export type Progress = {
  readonly windowFrom: number;
  readonly windowTo: number;
  readonly rows: number;
  /** Null while the number of rows is not known. */
  readonly total: number | null;
  readonly rowsPerSecond: number | null;
  readonly estimatedEndAt: number | null;
};

/** Counts the rows of one run: from the moment something is missing until nothing is. */
export class RunProgress {
  private finished = 0;
  private windowRows = 0;
  private windowTotal = 0;

  /** @param window what is read first. */
  constructor(
    private readonly startedAt: number,
    private window: Span,
  ) {}

  /** A page of a window came in. Windows that are read again do not count twice. */
  page(window: Span, rows: number, total: number): void {
    if (window.from !== this.window.from || window.to !== this.window.to) {
      this.window = window;
      this.windowRows = 0;
    }
    this.windowRows += rows;
    this.windowTotal = total;
  }

  windowEnds(rows: number): void {
    this.finished += rows;
    this.windowRows = 0;
    this.windowTotal = 0;
  }

  /** @param remaining rows expected in all that is missing, the current window included; null where nothing is known. */
  at(now: number, remaining: number | null): Progress {
    const rows = this.finished + Math.min(this.windowRows, this.windowTotal);
    const seconds = (now - this.startedAt) / 1_000;
    const rowsPerSecond = seconds > 0 && rows > 0 ? rows / seconds : null;
    const total = remaining === null ? null : this.finished + Math.max(this.windowTotal, remaining);
    const left = total === null ? null : Math.max(0, total - rows);
    const estimatedEndAt =
      left === null || rowsPerSecond === null ? null : Math.round(now + (left / rowsPerSecond) * 1_000);
    return {
      windowFrom: this.window.from,
      windowTo: this.window.to,
      rows,
      total,
      rowsPerSecond,
      estimatedEndAt,
    };
  }
}
