import type { PreferencesChange } from "@/lib/api/preference-choices";

/** Dragging an edge changes a width many times: the last one is stored, milliseconds. */
const PAUSE = 500;

type PreferenceSaverOptions = {
  /** Stores choices for the person. */
  readonly store: (change: PreferencesChange) => Promise<void>;
  /** Keeps in this browser what is not stored yet; null forgets it. */
  readonly keep: (change: PreferencesChange | null) => void;
  /** Told after each attempt; null for success. */
  readonly onStored: (error: Error | null) => void;
};

/** Stores choices a moment after they are made, one request at a time; until then the browser keeps them. */
export class PreferenceSaver {
  private pending: PreferencesChange;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private storing = false;

  /** @param unsaved what an earlier page could not store: it is tried again. */
  constructor(
    private readonly options: PreferenceSaverOptions,
    unsaved: PreferencesChange | null,
  ) {
    this.pending = unsaved ?? {};
    if (unsaved) this.schedule();
  }

  save(change: PreferencesChange): void {
    this.pending = { ...this.pending, ...change };
    this.options.keep(this.pending);
    this.schedule();
  }

  /** What is not stored yet stays in the browser. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.store(), PAUSE);
  }

  private async store(): Promise<void> {
    if (this.storing) return this.schedule();
    const sent = this.pending;
    this.storing = true;
    try {
      await this.options.store(sent);
      this.options.onStored(null);
      // What was chosen meanwhile has a timer of its own.
      if (this.pending === sent) {
        this.pending = {};
        this.options.keep(null);
      }
    } catch (error) {
      this.options.onStored(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.storing = false;
    }
  }
}
