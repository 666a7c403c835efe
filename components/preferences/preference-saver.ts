import type { PreferencesChange, PreferencesEdit } from "@/lib/api/preference-choices";

/** Dragging an edge changes a width many times: the last one is stored, milliseconds. */
const PAUSE = 500;

type PreferenceSaverOptions = {
  /** Makes changes, in this order, to what is stored for the person. */
  readonly store: (edits: readonly PreferencesEdit[]) => Promise<void>;
  /** Keeps in this browser what is not stored yet; null forgets it. */
  readonly keep: (change: PreferencesChange | null) => void;
  /** Told after each attempt; null for success. */
  readonly onStored: (error: Error | null) => void;
};

/** What is not stored yet: as changes to whatever is stored by then, and as this page shows it. */
type Pending = { readonly edits: readonly PreferencesEdit[]; readonly shown: PreferencesChange };

const NOTHING: Pending = { edits: [], shown: {} };

/** Stores choices a moment after they are made, one request at a time; until then the browser keeps them. */
export class PreferenceSaver {
  private pending: Pending;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private storing = false;

  /** @param unsaved what an earlier page could not store: it is tried again. */
  constructor(
    private readonly options: PreferenceSaverOptions,
    unsaved: PreferencesChange | null,
  ) {
    this.pending = unsaved ? { edits: [() => unsaved], shown: unsaved } : NOTHING;
    if (unsaved) this.schedule();
  }

  /** @param shown what the edit makes of the choices that this page knows. */
  save(edit: PreferencesEdit, shown: PreferencesChange): void {
    const { edits, shown: before } = this.pending;
    this.pending = { edits: [...edits, edit], shown: { ...before, ...shown } };
    this.options.keep(this.pending.shown);
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
      await this.options.store(sent.edits);
      this.options.onStored(null);
      // What was chosen meanwhile has a timer of its own.
      if (this.pending === sent) {
        this.pending = NOTHING;
        this.options.keep(null);
      }
    } catch (error) {
      this.options.onStored(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.storing = false;
    }
  }
}
