import { z } from "zod";

/** A count: documented as a number, taken as text too. `null` and absence stay. */
export const count = z
  .preprocess(
    (value) => (typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value),
    z.number(),
  )
  .nullish();

/** A scalar field that documents type one way and answers another; kept as it came. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();

/** Records stay unread here: one that is broken must not cost the page; sources map each by itself. */
export const records = z.array(z.unknown()).nullish();

/** A part of an answer that sources read for themselves. */
export const anything = z.unknown().optional();
