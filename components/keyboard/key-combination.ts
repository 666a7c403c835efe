/** One key with its modifiers. `mod` is Control or, on a Mac, Command. */
export type KeyCombination = { readonly key: string; readonly mod: boolean; readonly shift: boolean };

/** What is looked at of a pressed key. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The steps of a declared combination: one, or several pressed in turn ("g o"). */
export function parseKeys(keys: string): KeyCombination[] {
  return keys.split(" ").map((step) => {
    const parts = step.split("+");
    const modifiers = parts.slice(0, -1);
    return {
      key: parts.at(-1) ?? "",
      mod: modifiers.includes("mod"),
      shift: modifiers.includes("shift"),
    };
  });
}

const isLetter = (key: string) => /^[a-z]$/i.test(key);
const isCharacter = (key: string) => [...key].length === 1;

/**
 * Whether a press is this combination. Case does not matter for letters (Caps Lock); Shift does, except for
 * signs, which some keyboards have on another level ("?", "/").
 */
export function matchesKeys(press: KeyPress, { key, mod, shift }: KeyCombination): boolean {
  if (press.altKey || (press.ctrlKey || press.metaKey) !== mod) return false;
  if (isLetter(key)) return press.key.toLowerCase() === key && press.shiftKey === shift;
  return press.key === key && (isCharacter(key) || press.shiftKey === shift);
}

/** Whether it is a character without Control or Command: those that a reader may switch off (WCAG 2.1.4). */
export function isSingleKey({ key, mod }: KeyCombination): boolean {
  return isCharacter(key) && !mod;
}
