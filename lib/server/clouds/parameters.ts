import { z } from "zod";

const INTEGER_TEXT = /^-?\d{1,15}$/;

/** A page number or size has no published bound everywhere; beyond this no cloud answers usefully. */
const LARGEST_PAGE_SIZE = 1000;
const LARGEST_INT = 2_147_483_647;

/** 1 to `longest` characters; a lone surrogate cannot be sent as UTF-8. */
export function text(longest = 1024) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((value) => !/\p{Surrogate}/u.test(value), { error: "must be valid Unicode text" });
}

/** A whole number, also given as text. */
export function int(min = 0, max = LARGEST_INT) {
  return z.preprocess(
    (value) => (typeof value === "string" && INTEGER_TEXT.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );
}

/** A whole number that the cloud takes as text; also given as a number. */
export function intText(min: bigint, max: bigint) {
  return z.preprocess(
    (value) => (typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value),
    z
      .string()
      .regex(/^\d{1,19}$/, { error: "must be a whole number" })
      .refine((value) => BigInt(value) >= min && BigInt(value) <= max, {
        error: `must be from ${min} to ${max}`,
      }),
  );
}

/** One of a closed list that the cloud takes as text; a number is taken too. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.preprocess(
    (value) => (typeof value === "number" || typeof value === "boolean" ? String(value) : value),
    z.enum(values),
  );
}

/** 1 to `most` texts; a single one is taken as a list of one. */
export function list(most: number) {
  return z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(text()).min(1).max(most),
  );
}

/** Unix seconds as a number: a value in milliseconds is refused, because the cloud would find nothing. */
export function unixSeconds() {
  return int(0, LARGEST_UNIX_SECONDS).describe("Unix time in seconds");
}

/** Unix seconds as text. */
export function unixSecondsText() {
  return intText(0n, BigInt(LARGEST_UNIX_SECONDS)).describe("Unix time in seconds");
}

/** Year 5138: every value above is milliseconds. */
const LARGEST_UNIX_SECONDS = 99_999_999_999;

/** Page number and size as the WAF takes them. */
export function paging(largestPageSize = LARGEST_PAGE_SIZE) {
  return {
    PageNumber: int(1).exactOptional(),
    PageSize: int(1, largestPageSize).exactOptional(),
  };
}

/**
 * For `superRefine`: refuses a range whose start is not before its end; some operations answer it with an
 * empty list, which must not pass for "no events".
 */
export function rangeCheck(startKey: string, endKey: string) {
  return (parameters: Readonly<Record<string, unknown>>, context: z.RefinementCtx) => {
    const start = parameters[startKey];
    const end = parameters[endKey];
    if (start === undefined || end === undefined || Number(start) < Number(end)) return;
    context.addIssue({
      code: "custom",
      message: `must be after ${startKey}`,
      path: [endKey],
      input: end,
    });
  };
}
