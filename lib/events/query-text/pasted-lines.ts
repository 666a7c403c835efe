import { quoted } from "../free-text";

/** A term with a field, begun and not ended: `attacker:`, `-target:10.0.0.1,`. */
const OPEN_TERM = /(?:^|\s)-?[a-z][\w.]*:\S*$/i;

/**
 * Pasted text of several lines as the query bar's one line: a list out of a report becomes values of the field
 * whose term is being written, anywhere else words.
 * @param before what stands in the bar before the place of pasting.
 */
export function pastedLines(text: string, before: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (!OPEN_TERM.test(before)) return lines.join(" ");
  return lines.map((line) => asValue(line.replace(/,$/, ""))).join(",");
}

const asValue = (line: string) => (/^"[^"]*"$|^[^\s",，]+$/.test(line) ? line : quoted(line));
