import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { sourceIdSchema } from "@/lib/events/value-schemas";
import { actorSchema } from "./actor";
import { pageLimit } from "./page-limit";

/** What is recorded, in groups by subject. Add new ones; never rename one, because entries are for ever. */
export const ACTIVITY_ACTIONS = [
  "status.changed",
  "status.undone",
  "status.changed-in-cloud",
  "status.overtaken",
  "status.failed",
  "assignee.changed",
  "note.added",
  "note.edited",
  "checklist.ticked",
  "checklist.unticked",
  "job.started",
  "job.paused",
  "job.resumed",
  "job.cancelled",
  "job.finished",
  "session.started",
  "session.refused",
  "session.ended",
  "session.revoked",
  "account.created",
  "account.changed",
  "account.disabled",
  "account.enabled",
  "role.changed",
  "password.changed",
  "password.reset",
  "token.created",
  "token.used",
  "token.revoked",
  "settings.changed",
  "view.changed",
  "events.exported",
  "events.removed",
  "activity.exported",
  "activity.verified",
  "sample.revealed",
] as const;
export const activityActionSchema = z.enum(ACTIVITY_ACTIONS);
export type ActivityAction = z.infer<typeof activityActionSchema>;

/** Those whose `from` and `to` are statuses: anybody may be called like one. */
export const STATUS_ACTIONS: readonly ActivityAction[] = ACTIVITY_ACTIONS.filter(
  (action) => action.startsWith("status.") || action.startsWith("job."),
);

/** One entry of the record. `subject` is an event's id where `source` is given. */
export const activityEntrySchema = z.object({
  id: z.int(),
  at: instantSchema,
  actor: actorSchema,
  action: activityActionSchema,
  subject: z.string().nullable(),
  source: sourceIdSchema.nullable(),
  /** The status, role or assignee before and after, as words. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  details: z.record(z.string(), z.json()),
  address: z.string().nullable(),
  /** SHA-256 over this entry and the hash before it, hexadecimal. */
  hash: z.string(),
});
export type ActivityItem = z.infer<typeof activityEntrySchema>;

const LONGEST_LIST = 2_000;

const described = (text: z.ZodString, what: string) =>
  text.optional().describe(`${what}; several with commas.`);

const list = (what: string) => described(z.string().max(LONGEST_LIST), what);

/** A word that nothing is called would look as if nothing had happened. */
function listOf(words: readonly string[], what: string) {
  const unknownIn = (text: string) => splitWords(text).filter((word) => !words.includes(word));
  const known = z
    .string()
    .max(LONGEST_LIST)
    .refine((text) => unknownIn(text).length === 0, {
      error: ({ input }) =>
        `does not know ${unknownIn(String(input)).join(", ")}: give some of ${words.join(", ")}`,
    });
  return described(known, what);
}

/** The words of a list with commas. */
export const splitWords = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

const filterShape = {
  person: list("The account's id or name, or a cloud's user id"),
  action: listOf(ACTIVITY_ACTIONS, "For example status.changed"),
  statusFrom: list("The status before"),
  statusTo: list("The status after"),
  source: listOf(sourceIdSchema.options, "The source of the event"),
  subject: z.string().max(200).optional().describe("An event's id, for example."),
  from: z.iso.datetime().optional().describe("ISO 8601, inclusive."),
  to: z.iso.datetime().optional().describe("ISO 8601, exclusive."),
};

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || Date.parse(from) <= Date.parse(to);
const OUT_OF_ORDER = { error: "must not be after `to`: swap them", path: ["from"] };

/** GET /api/activity and its export. */
export const activityFilterSchema = z.object(filterShape);
export type ActivityFilterQuery = z.infer<typeof activityFilterSchema>;

/** How many entries a page holds if nothing else is asked for. */
export const ACTIVITY_PAGE_LENGTH = 50;

export const activityQuerySchema = z
  .object({
    ...filterShape,
    limit: pageLimit(200, ACTIVITY_PAGE_LENGTH),
    cursor: z.string().max(100).optional(),
  })
  .refine(inOrder, OUT_OF_ORDER);

/** GET /api/activity, newest first. */
export const activityListSchema = z.object({
  items: z.array(activityEntrySchema),
  nextCursor: z.string().nullable(),
});
export type ActivityList = z.infer<typeof activityListSchema>;

/** GET /api/activity/export?format=csv|ndjson takes the same filters. */
export const activityExportQuerySchema = z
  .object({
    ...filterShape,
    format: z.enum(["csv", "ndjson"], { error: 'must be "csv" or "ndjson"' }).default("csv"),
  })
  .refine(inOrder, OUT_OF_ORDER);

/** GET /api/activity/verification */
export const activityVerificationSchema = z.object({
  intact: z.boolean(),
  entries: z.int(),
  checkedAt: instantSchema,
  /** The first entry that does not fit, and why; null when the chain is whole. */
  broken: z.object({ id: z.int().nullable(), at: instantSchema.nullable(), reason: z.string() }).nullable(),
});
export type ActivityVerification = z.infer<typeof activityVerificationSchema>;
