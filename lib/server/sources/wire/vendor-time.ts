import { wireNumber } from "./wire-number";
import { isAbsent } from "./wire-text";

/** A time of the wire: an instant (ISO 8601 UTC), none, or something that is no time. */
export type VendorTime =
  | { readonly state: "instant"; readonly at: string }
  | { readonly state: "missing" }
  | { readonly state: "unusable" };

/** From here on a number means milliseconds (1973-03-03 in ms, the year 5138 in seconds). */
const SMALLEST_MILLISECONDS = 1e11;
/** 9999-12-31T23:59:59.999Z: the last instant that ISO 8601 writes with four digits of a year. */
const LAST_INSTANT_MS = 253_402_300_799_999;

/**
 * The one rule for every vendor time: the documents give seconds and milliseconds for the same fields, so
 * the magnitude decides. Numbers and numeric text pass; 0, null, absent and "" mean that there is none.
 */
export function vendorTime(value: unknown): VendorTime {
  const number = wireNumber(value);
  if (isAbsent(value) || number === 0) return { state: "missing" };
  if (number === null) return { state: "unusable" };
  const ms = Math.round(number >= SMALLEST_MILLISECONDS ? number : number * 1000);
  return ms <= LAST_INSTANT_MS ? { state: "instant", at: new Date(ms).toISOString() } : { state: "unusable" };
}
