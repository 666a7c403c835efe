import { z } from "zod";

/** How many of something an answer holds: digits in a URL, and not everything that JavaScript takes for a number. */
export function pageLimit(most: number, byDefault: number) {
  const error = `must be a whole number from 1 to ${most}`;
  const digits = (given: unknown) =>
    typeof given === "string" && /^\d{1,9}$/.test(given) ? Number(given) : given;
  return z.preprocess(digits, z.int({ error }).min(1, { error }).max(most, { error })).default(byDefault);
}
