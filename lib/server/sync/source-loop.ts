import type { Logger } from "pino";
import type { Clock } from "@/lib/server/clock";
import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import type { CloudClient } from "@/lib/server/clouds/operation";
import type { Sleep } from "@/lib/server/clouds/sleep";
import type { Source } from "@/lib/server/sources/source";
import { backoff } from "./backoff";
import { describeFailure } from "./failure";
import type { Pace } from "./pace";
import type { RangeLimit } from "./read-newest";
import { readWindow, WindowError } from "./read-window";
import { type ReadWork, SourceState } from "./source-state";
import type { SyncStore } from "./sync-store";

export type SourceLoopOptions = {
  readonly source: Source;
  readonly client: CloudClient;
  readonly store: SyncStore;
  readonly pace: Pace;
  readonly lookbackDays: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly sleep: Sleep;
  /** Bound to the connection and the source. */
  readonly logger: Logger;
  /** The permission that an operation needs, where its document names one. */
  readonly permissionOf: (operation: string) => string | null;
};

/** Progress is written at most this often; milliseconds. */
const SAVE_EVERY = 1_000;

/** Failures of the whole connection: another window would fail as well. */
const OUTAGES: readonly CloudErrorKind[] = [
  "throttled",
  "denied",
  "unauthenticated",
  "wrong-clock",
  "network",
];

/** Reads one source of one connection, on and on; its failures stay its own. */
export class SourceLoop {
  private readonly state: SourceState;
  private readonly limit: RangeLimit = { ms: Number.POSITIVE_INFINITY };
  private failures = 0;
  private woken = false;
  private skipsNap = false;
  private savedAt = 0;
  private restored = false;
  private nap = new AbortController();

  constructor(private readonly options: SourceLoopOptions) {
    this.state = new SourceState(options.source.lists, options.pace, options.lookbackDays);
  }

  /** Reads what is new at once instead of when it is due; ends a pause after a failure, too. */
  wake(): void {
    this.woken = true;
    this.skipsNap = true;
    this.nap.abort();
  }

  /** Runs until the signal fires. What is being stored at that moment is finished. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener("abort", () => this.nap.abort(), { once: true });
    while (!signal.aborted) {
      try {
        await this.sleepUntil(await this.step(signal), signal);
      } catch (error) {
        if (signal.aborted) return;
        await this.recover(error, signal);
      }
    }
  }

  /**
   * Does the next thing there is to do.
   * @returns until when to rest, epoch milliseconds; null to go on at once.
   */
  async step(signal: AbortSignal): Promise<number | null> {
    if (!this.restored) {
      const stored = await this.options.store.load();
      if (stored) this.state.restore(stored);
      this.restored = true;
    }
    const now = this.now();
    const work = this.state.next(now, this.woken);
    switch (work.kind) {
      case "wait":
        return work.until;
      case "extend-head":
        this.woken = false;
        this.state.extendHead(work.lists, now);
        return null;
      case "begin-reconciliation":
        this.state.beginReconciliation(now);
        return null;
      case "read":
        await this.read(work, signal);
        return null;
    }
  }

  private async read(work: ReadWork, signal: AbortSignal): Promise<void> {
    const { source, client, store, pace } = this.options;
    const { forecast, runBegins } = this.state.windowBegins(work, this.now());
    if (runBegins) await this.save();
    try {
      const read = await readWindow({
        source,
        client,
        store,
        pace,
        list: work.list,
        span: work.span,
        again: work.part === "reconcile",
        forecast,
        limit: this.limit,
        signal,
        onPage: async (window, rows, total) => {
          this.state.pageRead(work, window, rows, total);
          if (this.now() - this.savedAt >= SAVE_EVERY) await this.save();
        },
      });
      this.state.windowRead(work, read, this.now(), this.pauseFor);
      this.failures = 0;
    } catch (error) {
      if (!signal.aborted && error instanceof WindowError) this.noteWindowFailure(work, error);
      throw error;
    }
    await this.save();
  }

  private noteWindowFailure(work: ReadWork, error: WindowError): void {
    const reason = describeFailure(error.cause, this.options.permissionOf);
    const postpone = !(error.cause instanceof CloudError && OUTAGES.includes(error.cause.kind));
    this.state.windowFailed(work, { span: error.span, reason, postpone }, this.now(), this.pauseFor);
  }

  private async recover(error: unknown, signal: AbortSignal): Promise<void> {
    const { logger, permissionOf } = this.options;
    this.failures += 1;
    const cause = error instanceof WindowError ? error.cause : error;
    const hint = cause instanceof CloudError ? (cause.facts.retryAfterMs ?? null) : null;
    const pause = backoff(this.failures, this.options.random, hint);
    if (!(error instanceof WindowError)) this.state.failed(describeFailure(error, permissionOf), this.now());
    logger.warn({ err: cause, failures: this.failures, pause }, "Reading the source failed");
    try {
      if (this.restored) await this.save();
    } catch (saveError) {
      logger.error({ err: saveError }, "The state of the sync could not be stored");
    }
    await this.sleepUntil(this.now() + pause, signal);
  }

  private readonly pauseFor = (attempts: number) => backoff(attempts, this.options.random);

  private async save(): Promise<void> {
    this.savedAt = this.now();
    await this.options.store.save(this.state.snapshot(this.savedAt));
  }

  /** Ends early, without an error, when it is woken or stopped. */
  private async sleepUntil(instant: number | null, signal: AbortSignal): Promise<void> {
    if (instant === null) return;
    this.nap = new AbortController();
    if (signal.aborted || this.skipsNap) this.nap.abort();
    await this.options.sleep(instant - this.now(), this.nap.signal).catch((error: unknown) => {
      if (!this.nap.signal.aborted) throw error;
    });
    this.skipsNap = false;
  }

  private now(): number {
    return this.options.clock().getTime();
  }
}
