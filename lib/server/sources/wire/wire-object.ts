import { isLosslessNumber } from "lossless-json";

/** A JSON object as a cloud sent it: any member may be absent, null or of another type than documented. */
export type WireObject = Readonly<Record<string, unknown>>;

/** The value as an object; `null` for everything else, arrays and numbers included. */
export function wireObject(value: unknown): WireObject | null {
  const isObject = typeof value === "object" && value !== null;
  return isObject && !Array.isArray(value) && !isLosslessNumber(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}
