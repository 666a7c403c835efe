/** A phrase in quotation marks that stands alone, or a word. In a phrase, `\"` and `\\` stand for themselves. */
const PART = /"((?:\\.|[^"\\])+)"(?=\s|$)|\S+/gsu;

/**
 * The words and phrases of a free text (`q`), all of which must be found. A phrase (`"select from"`) is found
 * only as it stands, blanks included.
 */
export function splitFreeText(text: string): string[] {
  return [...text.matchAll(PART)].map(([part, phrase]) => phrase?.replace(/\\(.)/gsu, "$1") ?? part);
}

/** A free text that {@link splitFreeText} takes apart into these; null when there are none. */
export function joinFreeText(words: readonly string[]): string | null {
  const parts = words.filter((word) => word !== "").map((word) => (isWord(word) ? word : quoted(word)));
  return parts.length === 0 ? null : parts.join(" ");
}

function isWord(text: string): boolean {
  const parts = splitFreeText(text);
  return parts.length === 1 && parts[0] === text;
}

/** The text in quotation marks, as free text and the query bar write it. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
