import { z } from "zod";
import { LONGEST_QUERY } from "@/lib/events/address-length";
import { instantSchema } from "@/lib/events/event";

const LONGEST_NAME = 80;

/** A stored view of the queue. */
export const savedViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The queue's URL parameters, without "?": filter, sort and measure, in their canonical form. */
  query: z.string(),
  /** Everybody sees it; otherwise its owner alone. */
  shared: z.boolean(),
  owner: z.object({ id: z.string(), username: z.string() }),
  /** Whether the caller may change or delete it: its owner, and an administrator where it is shared. */
  editable: z.boolean(),
  /** The view that the queue opens with, for the caller. */
  isDefault: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** GET /api/views: one's own and the shared ones, by name. */
export const savedViewListSchema = z.object({ items: z.array(savedViewSchema) });
export type SavedViewList = z.infer<typeof savedViewListSchema>;

const name = z
  .string()
  .trim()
  .min(1, { error: "must not be empty" })
  .max(LONGEST_NAME, { error: `must have at most ${LONGEST_NAME} characters` });
const query = z.string().max(LONGEST_QUERY, { error: `must have at most ${LONGEST_QUERY} characters` });

/** POST /api/views. Sharing needs the role analyst. */
export const createViewSchema = z.strictObject({
  name,
  query,
  shared: z.boolean().default(false),
  isDefault: z.boolean().default(false),
});

/**
 * PATCH /api/views/{viewId}: what is left out stays. Name, query and shared are for those who may edit it;
 * `isDefault` is everybody's own choice, for shared views too.
 */
export const changeViewSchema = z
  .strictObject({
    name: name.optional(),
    query: query.optional(),
    shared: z.boolean().optional(),
    isDefault: z.boolean().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: "give name, query, shared or isDefault",
  });
export type ChangeView = z.infer<typeof changeViewSchema>;

/** DELETE /api/views/{viewId} */
export const viewDeletedSchema = z.object({ id: z.string() });
