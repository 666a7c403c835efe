import { LONE_SURROGATE, storableText } from "@/lib/format/storable-text";

/** Longer values are cut where they are indexed and compared; shown texts stay whole. */
export const MAX_INDEXED_LENGTH = 500;

/**
 * {@link storableText} for JSON text kept as it came: there the JSON escape of the character stands for it, which means
 * the same to every JSON reader, so that nothing is lost.
 */
export function storableJsonText(text: string): string {
  return text
    .replaceAll("\0", "\\u0000")
    .replace(LONE_SURROGATE, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** A value as it is indexed and compared: storable, and at most 500 UTF-16 units long. */
export function indexedText(value: string): string {
  return storableText(storableText(value).slice(0, MAX_INDEXED_LENGTH));
}

/** Text in a LIKE pattern that stands for itself. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** JSON for a statement: every string in it made storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" ? storableText(part) : part,
  );
}
