import { nanoid } from "nanoid";

/** JSON text to be embedded exactly as it is: key order, number literals and white space kept. */
export class RawJson {
  constructor(readonly text: string) {}
}

/**
 * `JSON.stringify` that embeds {@link RawJson} as it stands. Each text must be valid JSON.
 * (JSON.rawJSON would do for numbers alone, and Node 20 has none.)
 */
export function stringifyWithRaw(value: unknown): string {
  // No outsider can know the mark, so that no text of an attacker can stand for an embedded one.
  const mark = nanoid();
  const texts: string[] = [];
  const json = JSON.stringify(value, (_key, item: unknown) =>
    item instanceof RawJson ? `${mark}:${texts.push(item.text) - 1}` : item,
  );
  return texts.length === 0
    ? json
    : json.replace(
        new RegExp(`"${mark}:(\\d+)"`, "g"),
        (_match, index: string) => texts[Number(index)] ?? "null",
      );
}
