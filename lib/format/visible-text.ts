/**
 * Characters that hide, reorder or overwrite text on screen: C0 and C1 controls except tab and line feed,
 * DEL, bidirectional marks and overrides, zero-width and tag characters.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be made visible
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** With the `u` flag a pair is one character, so that only halves without their other half match. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

function visibleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // The Unicode block "Control Pictures" starts with the picture of NUL.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/**
 * Hostile text made safe to read: control characters become their pictures (`␛`), invisible and
 * direction-changing characters their code (`[U+202E]`), lone surrogates the replacement character.
 * CRLF counts as one line break. The result is still untrusted text: render it as text.
 */
export function visibleText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(LONE_SURROGATE, "\ufffd").replace(INVISIBLE, visibleCharacter);
}

/**
 * The first `length` UTF-16 units of a text, with an ellipsis if something was cut; never splits a
 * surrogate pair.
 */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(LONE_SURROGATE, "")}…`;
}
