import { wireText } from "./wire-text";

const NUMBER = /^\d+(\.\d+)?([eE]\+?\d{1,2})?$/;

/** A number that is not negative, given as a number or as text; `null` for anything else. */
export function wireNumber(value: unknown): number | null {
  const text = wireText(value);
  return text !== null && NUMBER.test(text) ? Number(text) : null;
}

/** A count; `null` when it is no number, negative, or too large to be counted exactly. */
export function wireCount(value: unknown): number | null {
  const count = Math.trunc(wireNumber(value) ?? Number.NaN);
  return Number.isSafeInteger(count) ? count : null;
}

/** A share in percent, with or without its sign: `"100%"`, `"99.5 %"`, `100`. */
export function wirePercent(value: unknown): number | null {
  return wireNumber(wireText(value)?.replace(/\s*%$/, ""));
}
