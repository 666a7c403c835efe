/** What was typed before the field was there that it is meant for. */
export type EarlyTyping = {
  readonly text: string;
  /** Enter was pressed after it, and nothing that moves. */
  readonly entered: boolean;
};

/** The arrows and Tab move within what is not there yet: where to, nobody can know. */
const MOVES = ["Tab", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "Delete"];

type Collected = { text: string; entered: boolean; moved: boolean };

let stop: (() => EarlyTyping) | null = null;

/**
 * From now on, until somebody takes it, what is typed is collected instead of acting on the page: what is asked for by
 * a key takes a moment to be there, and "ignored" typed at once would be a verdict on the row behind.
 * @param onEscape somebody thinks better of it.
 */
export function collectTyping(onEscape: () => void): void {
  takeTyping();
  const typed: Collected = { text: "", entered: false, moved: false };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      takeTyping();
      onEscape();
    } else if (!collect(typed, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before all others, and on the window, whatever has the focus.
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("pointerdown", takeTyping, true);
  stop = () => {
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("pointerdown", takeTyping, true);
    return { text: typed.text, entered: typed.entered };
  };
}

/** Ends the collecting; null where nobody collects. */
export function takeTyping(): EarlyTyping | null {
  const typed = stop?.() ?? null;
  stop = null;
  return typed;
}

/** @returns whether the key is one of those that are collected. */
function collect(typed: Collected, event: KeyboardEvent): boolean {
  const { key } = event;
  const combined = event.ctrlKey || event.metaKey || event.altKey;
  if (combined && !event.getModifierState("AltGraph")) return false;
  if (key === "Enter") typed.entered = !typed.moved;
  else if (MOVES.includes(key)) typed.moved = true;
  // What comes after Enter is meant for whatever that leads to.
  else if (typed.entered) return key.length === 1;
  else if (key === "Backspace") typed.text = [...typed.text].slice(0, -1).join("");
  else if ([...key].length === 1) typed.text += key;
  else return false;
  return true;
}
