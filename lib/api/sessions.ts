import { z } from "zod";
import { instantSchema } from "@/lib/events/event";

/** Whose entries a list of sessions or tokens gives. "all" is for administrators. */
export const OWNERS = ["me", "all"] as const;

export const ownerSchema = z.object({ id: z.string(), username: z.string() });

/** A signed-in browser. */
export const sessionSchema = z.object({
  id: z.string(),
  owner: ownerSchema,
  createdAt: instantSchema,
  /** To the minute. */
  lastUsedAt: instantSchema,
  expiresAt: instantSchema,
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** GET /api/sessions?owner=me|all: those that still count, last used first. */
export const sessionListSchema = z.object({ items: z.array(sessionSchema) });
export type SessionList = z.infer<typeof sessionListSchema>;

/** DELETE /api/sessions/{sessionId} */
export const sessionEndedSchema = z.object({ id: z.string() });
