import { z } from "zod";
import { FIELD_IDS, FIELDS, SORT_FIELDS } from "./fields";
import { DEFAULT_LIMIT, MAX_LIMIT, MAX_TEXT } from "./query";

const VALUES = 'comma = any of, leading "-" = none of.';
const WORDS = {
  enum: VALUES,
  text: VALUES,
  address: VALUES,
  period: `periods such as 2026-01-31..2026-02-28 or -7d..; ${VALUES}`,
};

/** The filter and page parameters for the OpenAPI document. */
export const eventQueryParameters = z.object({
  ...Object.fromEntries(
    FIELD_IDS.map((field) => [
      field,
      z.string().optional().describe(`${FIELDS[field].label}: ${WORDS[FIELDS[field].kind]}`),
    ]),
  ),
  from: z.string().optional().describe("Inclusive start: ISO 8601 with zone, or relative (-24h)."),
  to: z.string().optional().describe("Exclusive end: ISO 8601 with zone, or relative (-1h)."),
  q: z
    .string()
    .max(MAX_TEXT)
    .optional()
    .describe("Free text over title, description, type, target, attacker, rule and payload."),
  sort: z
    .enum(SORT_FIELDS.flatMap((field) => [field, `-${field}`]))
    .optional()
    .describe('Order; a leading "-" means descending.'),
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().optional().describe("The nextCursor of the page before; bound to its sort."),
});
