import { parse, stringify } from "lossless-json";

/** JSON text with two spaces of indent and every number as it was written; `null` if it is no JSON. */
export function indentJson(text: string): string | null {
  try {
    return stringify(parse(text), undefined, 2) ?? null;
  } catch {
    return null;
  }
}
