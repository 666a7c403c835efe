import { isLosslessNumber, parse, stringify } from "lossless-json";
import { foldDeepParts } from "./fold-deep-parts";

/** Far more levels than any record has, and far fewer than the stack holds. */
const DEEPEST = 1_000;

/**
 * Parses JSON without changing a number: numbers come as lossless-json's LosslessNumber, which keeps the
 * literal (`1.0`, `9223372036854775807`). Of repeated keys the last one counts, as in JSON.parse. What is nested
 * deeper than any record comes as its JSON text, so that one such record costs no other of its page.
 *
 * @throws SyntaxError when `text` is not JSON; RangeError when it opens too many levels and does not close them.
 */
export function parseLossless(text: string): unknown {
  return parse(foldDeepParts(text, DEEPEST), null, { onDuplicateKey: ({ newValue }) => newValue });
}

/**
 * The JSON text of a value from {@link parseLossless}: number literals and key order kept, no whitespace. Not kept are what
 * JavaScript's objects and texts do not hold: keys that are whole numbers come first, and escapes are the shortest.
 */
export function losslessText(value: unknown): string {
  return stringify(value) ?? "null";
}

/** The same value with plain numbers; a number that would lose digits becomes its literal text. */
export function plainValue(value: unknown): unknown {
  if (isLosslessNumber(value)) {
    const number = Number(value.value);
    return Number.isFinite(number) && (Number.isSafeInteger(number) || !/^-?\d+$/.test(value.value))
      ? number
      : value.value;
  }
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainValue(member)]));
}
