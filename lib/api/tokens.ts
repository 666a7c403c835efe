import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { ownerSchema } from "./sessions";
import { roleSchema } from "./user";

/** What every API token starts with, so that scanners for leaked secrets can find one. */
export const TOKEN_PREFIX = "wf_";

export const LONGEST_TOKEN_DAYS = 365;

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to tell tokens apart. */
  prefix: z.string(),
  owner: ownerSchema,
  /** The role that was asked for. */
  role: roleSchema,
  /** The role it has now: never higher than its owner's. */
  effectiveRole: roleSchema,
  createdAt: instantSchema,
  expiresAt: instantSchema,
  /** To the minute; null when it was never used. */
  lastUsedAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
  /** Whether it still opens anything; a disabled owner's does not. */
  state: z.enum(["active", "expired", "revoked", "owner-disabled"]),
});
export type Token = z.infer<typeof tokenSchema>;

/** GET /api/tokens?owner=me|all, newest first; ended ones too. */
export const tokenListSchema = z.object({ items: z.array(tokenSchema) });
export type TokenList = z.infer<typeof tokenListSchema>;

/** POST /api/tokens */
export const createTokenSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, { error: "must say what the token is for" })
      .max(100, { error: "must have at most 100 characters" }),
    /** No higher than one's own. */
    role: roleSchema,
    /** At most {@link LONGEST_TOKEN_DAYS} days from now. */
    expiresAt: z.iso.datetime({ error: "must be a time in UTC, for example 2026-06-30T00:00:00Z" }),
  })
  .meta({ examples: [{ name: "Nightly report", role: "viewer", expiresAt: "2026-06-30T00:00:00Z" }] });
export type CreateToken = z.infer<typeof createTokenSchema>;

/** `secret` is the token itself, told this once. */
export const tokenCreatedSchema = z.object({ token: tokenSchema, secret: z.string() });
export type TokenCreated = z.infer<typeof tokenCreatedSchema>;
