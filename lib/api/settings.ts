import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { LANGUAGES } from "@/lib/events/language";
import { DEFAULT_POLICY, NOTE_POLICIES, type Policy, REASON_POLICIES } from "./policy";

const LONGEST_RETENTION_DAYS = 3650;

export const TIME_ZONE_WANTED = "must be an IANA time zone, for example Europe/Berlin";

/** Whether it is an IANA name that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const policySchema = z.strictObject({
  requireNote: z.enum(NOTE_POLICIES),
  requireReason: z.enum(REASON_POLICIES),
}) satisfies z.ZodType<Policy>;

const retentionDaysSchema = z
  .int({ error: "must be a whole number of days" })
  .min(1, { error: "must be at least 1 day" })
  .max(LONGEST_RETENTION_DAYS, { error: `must be at most ${LONGEST_RETENTION_DAYS} days` })
  .nullable();

const defaultsSchema = z.strictObject({
  /** An IANA name. */
  timeZone: z.string().refine(isTimeZone, { error: TIME_ZONE_WANTED }),
  /** Null: the one that each browser asks for. */
  language: z.enum(LANGUAGES).nullable(),
});

/** What an administrator decides for everybody. */
export const settingsSchema = z.strictObject({
  policy: policySchema,
  /** Events whose last activity is older are removed; null keeps them for ever. */
  retentionDays: retentionDaysSchema,
  /** For people who have chosen nothing themselves. */
  defaults: defaultsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  policy: DEFAULT_POLICY,
  retentionDays: null,
  defaults: { timeZone: "UTC", language: null },
};

/** GET /api/settings */
export const settingsResponseSchema = z.object({
  settings: settingsSchema,
  /** Send it back with a change. 0 until the first one. */
  version: z.int(),
  updatedAt: instantSchema.nullable(),
  updatedBy: z.string().nullable(),
});
export type SettingsResponse = z.infer<typeof settingsResponseSchema>;

/** PATCH /api/settings: what is left out stays. */
export const changeSettingsSchema = z.strictObject({
  /** The version that was seen. */
  version: z.int(),
  policy: policySchema.partial().optional(),
  retentionDays: retentionDaysSchema.optional(),
  defaults: defaultsSchema.partial().optional(),
});
export type ChangeSettings = z.infer<typeof changeSettingsSchema>;
