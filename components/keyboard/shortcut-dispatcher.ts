import { isSingleKey, type KeyCombination, type KeyPress, matchesKeys, parseKeys } from "./key-combination";
import { SHORTCUT_IDS, type ShortcutId, shortcutOf } from "./shortcuts";

/** The next key of a sequence such as "g o" may come so much later, milliseconds. */
const SEQUENCE_PAUSE = 2_000;

const MODIFIERS: readonly string[] = ["Shift", "Control", "Alt", "Meta", "CapsLock"];

/** The keyboard event that a handler sees. */
export type ShortcutPress = KeyPress & Pick<KeyboardEvent, "target" | "timeStamp">;

export type ShortcutHandler<Press extends ShortcutPress> = {
  readonly run: (press: Press) => void;
  /** Leaves the key to others, and to the browser, where it says no. */
  readonly when: (press: Press) => boolean;
};

type Steps = readonly KeyCombination[];

const STEPS: readonly { readonly id: ShortcutId; readonly steps: Steps }[] = SHORTCUT_IDS.flatMap((id) =>
  shortcutOf(id).keys.map((keys) => ({ id, steps: parseKeys(keys) })),
);

/** Finds the handler of a pressed key; of several, the one that was registered last and wants it. */
export class ShortcutDispatcher<Press extends ShortcutPress> {
  private readonly handlers = new Map<ShortcutId, readonly ShortcutHandler<Press>[]>();
  private readonly listeners = new Set<() => void>();
  private handled: readonly ShortcutId[] = [];
  /** The first key of a sequence, and when it was pressed. */
  private begun: { readonly press: Press; readonly at: number } | null = null;

  /** @returns takes the handler away again. */
  register(id: ShortcutId, handler: ShortcutHandler<Press>): () => void {
    this.change(id, [handler, ...(this.handlers.get(id) ?? [])]);
    return () =>
      this.change(
        id,
        (this.handlers.get(id) ?? []).filter((candidate) => candidate !== handler),
      );
  }

  /** Ids that something answers to; the same array until that changes. */
  readonly handledIds = (): readonly ShortcutId[] => this.handled;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange);
    return () => this.listeners.delete(onChange);
  };

  /**
   * Runs what the key stands for.
   * @param singleKeys whether characters without a modifier act.
   * @returns whether the key was ours: then the browser must not act on it.
   */
  press(press: Press, { singleKeys }: { singleKeys: boolean }): boolean {
    if (MODIFIERS.includes(press.key)) return false;
    const begun = this.begun;
    this.begun = null;
    const usable = STEPS.filter(({ steps }) => singleKeys || !steps.some(isSingleKey));
    if (begun && press.timeStamp - begun.at < SEQUENCE_PAUSE) {
      const finished = usable.find(({ steps }) => isSequence(steps, begun.press, press));
      if (finished) this.run(finished.id, press);
      // A slip within a sequence must not set a status or the like.
      return true;
    }
    for (const { id, steps } of usable) {
      const [first, second] = steps;
      if (!first || !matchesKeys(press, first)) continue;
      if (second && this.handlers.has(id)) {
        this.begun = { press, at: press.timeStamp };
        return true;
      }
      if (!second && this.run(id, press)) return true;
    }
    return false;
  }

  private run(id: ShortcutId, press: Press): boolean {
    const handler = this.handlers.get(id)?.find(({ when }) => when(press));
    handler?.run(press);
    return handler !== undefined;
  }

  private change(id: ShortcutId, handlers: readonly ShortcutHandler<Press>[]): void {
    if (handlers.length > 0) this.handlers.set(id, handlers);
    else this.handlers.delete(id);
    this.handled = SHORTCUT_IDS.filter((candidate) => this.handlers.has(candidate));
    for (const listener of this.listeners) listener();
  }
}

function isSequence([first, second]: Steps, begun: KeyPress, press: KeyPress): boolean {
  return (
    first !== undefined && second !== undefined && matchesKeys(begun, first) && matchesKeys(press, second)
  );
}
