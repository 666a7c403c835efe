import { isPartMissing, onMissingPart } from "@/components/ui/load-part";

/** They move within what is not there yet: where to, nobody can know. */
const MOVES = ["Tab", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "Delete"];

let stop: (() => string) | null = null;

/**
 * From now on, until the field that it is meant for takes it, what is typed is collected instead of acting on the page:
 * what is asked for by a key takes a moment to be there, and "ignored" typed at once would be a verdict on the row behind.
 * Not where a part of the page could not be loaded: nobody might ever take it.
 * @param onEscape somebody thinks better of it.
 */
export function collectTyping(onEscape: () => void): void {
  takeTyping();
  if (isPartMissing()) return;
  const typed = { text: "", moved: false };
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
  const unlisten = onMissingPart(takeTyping);
  stop = () => {
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("pointerdown", takeTyping, true);
    unlisten();
    return typed.text;
  };
}

/** Ends the collecting. @returns what was typed, Enter as a line break; empty where nobody collects. */
export function takeTyping(): string {
  const typed = stop?.() ?? "";
  stop = null;
  return typed;
}

/** @returns whether the key is one of those that are collected. */
function collect(typed: { text: string; moved: boolean }, event: KeyboardEvent): boolean {
  const { key } = event;
  const combined = event.ctrlKey || event.metaKey || event.altKey;
  if (combined && !event.getModifierState("AltGraph")) return false;
  if (MOVES.includes(key)) typed.moved = true;
  else if (key === "Enter") typed.text += typed.moved ? "" : "\n";
  else if (key === "Backspace") typed.text = [...typed.text].slice(0, -1).join("");
  else if ([...key].length === 1) typed.text += key;
  else return false;
  return true;
}
