import { z } from "zod";
import { LANGUAGES } from "@/lib/events/language";
import { DENSITIES, SHOWN_TIME_ZONES } from "./preference-choices";

/** More than the queue will ever have. */
const MAX_COLUMNS = 40;
const MAX_COLUMN_NAME = 60;
/** Pixels. */
const NARROWEST = 24;
const WIDEST = 2000;

const columnName = z
  .string()
  .min(1, { error: "must not be empty" })
  .max(MAX_COLUMN_NAME, { error: `must have at most ${MAX_COLUMN_NAME} characters` });

const columnNames = z
  .array(columnName)
  .max(MAX_COLUMNS, { error: `must name at most ${MAX_COLUMNS} columns` })
  .refine((names) => new Set(names).size === names.length, { error: "must name each column once" });

/** How the queue's table is laid out. Names that a later version does not know are left out when shown. */
export const columnLayoutSchema = z.strictObject({
  /** Every column in its order, hidden ones included; unnamed ones follow in the product's order. */
  order: columnNames,
  hidden: columnNames,
  /** Pixels, by column; where there is none, the product's. */
  widths: z.record(columnName, z.int().min(NARROWEST).max(WIDEST)),
});
export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

/** What one person has chosen. Null: nothing chosen, the installation's default counts. */
export const preferencesSchema = z.strictObject({
  timeZone: z.enum(SHOWN_TIME_ZONES).nullable(),
  language: z.enum(LANGUAGES).nullable(),
  density: z.enum(DENSITIES),
  /** Null: the product's own layout. */
  columns: columnLayoutSchema.nullable(),
  /** Keys without a modifier act (WCAG 2.1.4 asks for a way to switch them off). */
  singleKeyShortcuts: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** GET and PUT /api/preferences; PUT takes the same whole object. */
export const preferencesResponseSchema = z.object({ preferences: preferencesSchema });
