import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { DEFAULT_LANGUAGE, LANGUAGES } from "@/lib/events/language";
import { isClosing, type Status } from "@/lib/events/status";

export const NOTE_POLICIES = ["never", "closing", "always"] as const;
export const REASON_POLICIES = ["never", "closing"] as const;

const LONGEST_RETENTION_DAYS = 3650;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const policySchema = z.strictObject({
  /** Which status changes need a note; closing is a change to `actioned` or `ignored`. */
  requireNote: z.enum(NOTE_POLICIES),
  /** Which status changes need a reason. */
  requireReason: z.enum(REASON_POLICIES),
});

export type Policy = z.infer<typeof policySchema>;

/** What a change to `status` must come with. */
export function requiredWith(status: Status, { requireNote, requireReason }: Policy) {
  const asked = (rule: (typeof NOTE_POLICIES)[number]) =>
    rule === "always" || (rule === "closing" && isClosing(status));
  return { note: asked(requireNote), reason: asked(requireReason) };
}

const retentionDaysSchema = z
  .int({ error: "must be a whole number of days, or null" })
  .min(1, { error: "must be at least 1 day; null keeps events for ever" })
  .max(LONGEST_RETENTION_DAYS, { error: `must be at most ${LONGEST_RETENTION_DAYS} days` })
  .nullable();

const defaultsSchema = z.strictObject({
  /** An IANA name. */
  timeZone: z.string().refine(isTimeZone, { error: "must be an IANA time zone, for example Europe/Berlin" }),
  language: z.enum(LANGUAGES),
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
  policy: { requireNote: "never", requireReason: "never" },
  retentionDays: null,
  defaults: { timeZone: "UTC", language: DEFAULT_LANGUAGE },
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
