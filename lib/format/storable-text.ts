/** Half of a character that takes two: no text on its own. */
export const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * PostgreSQL refuses NUL and halves of surrogate pairs in text, and attackers send both. In text for people
 * they are replaced by the visible "␀" and "�".
 */
export function storableText(text: string): string {
  return text.replaceAll("\0", "\u2400").replace(LONE_SURROGATE, "\uFFFD");
}
