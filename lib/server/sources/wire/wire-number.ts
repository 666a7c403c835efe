import { wireText } from "./wire-text";

const NUMBER = /^\d+(\.\d+)?([eE]\+?\d{1,2})?$/;

/** A number that is not negative, given as a number or as text; `null` for anything else. */
export function wireNumber(value: unknown): number | null {
  const text = wireText(value);
  return text !== null && NUMBER.test(text) ? Number(text) : null;
}

/**
 * More than anything that a record can have counted. Counts are added up over all events, exactly: one that fills the
 * numbers of the database or of JSON by itself would cost everybody the overview.
 */
export const LARGEST_COUNT = 1e12;

/** A count; `null` when it is no number, negative, or larger than any. */
export function wireCount(value: unknown): number | null {
  const count = Math.trunc(wireNumber(value) ?? Number.NaN);
  return count <= LARGEST_COUNT ? count : null;
}

/** A share in percent, with or without its sign: `"100%"`, `"99.5 %"`, `100`. */
export function wirePercent(value: unknown): number | null {
  const text = wireText(value);
  return wireNumber(text?.endsWith("%") ? text.slice(0, -1) : text);
}
