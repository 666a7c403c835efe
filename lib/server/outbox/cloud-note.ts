/** What stands for the rest of a note that is too long. */
const CUT = "…";
/** The first half of a character that the cut went through. */
const HALF_PAIR = /[\uD800-\uDBFF]$/;

/**
 * The note as the cloud keeps it: the cloud sees only our one key, so the person's name comes first.
 * @param longest in UTF-16 units.
 */
export function cloudNote(name: string, note: string | null, longest: number): string {
  const text = [`[${name}]`, ...(note ? [note] : [])].join(" ").replace(/\s+/g, " ");
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - CUT.length).replace(HALF_PAIR, "")}${CUT}`;
}
