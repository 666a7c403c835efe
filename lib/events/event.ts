import { z } from "zod";
import {
  outcomeSchema,
  severitySchema,
  sourceIdSchema,
  statusOriginSchema,
  statusSchema,
  writeStateSchema,
} from "./value-schemas";

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ offset: false });

/** Who attacked: an address or an account. `value` is kept as it came, masked values included. */
export const attackerSchema = z.object({
  kind: z.enum(["ip", "account"]),
  value: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  /** Attacks by this attacker within the event; `null` where the product does not say. */
  count: z.number().int().nullable(),
  /** For example "WAF Back-to-origin Address": such an address must not be blocked. */
  tags: z.array(z.string()),
});
export type Attacker = z.infer<typeof attackerSchema>;

/** What was attacked. */
export const targetSchema = z.object({
  host: z.string().nullable(),
  path: z.string().nullable(),
  server: z.string().nullable(),
  addresses: z.array(z.string()),
  resource: z.string().nullable(),
  region: z.string().nullable(),
});
export type Target = z.infer<typeof targetSchema>;

/** An upstream value outside its documented set, kept as it came. */
export const unmappedValueSchema = z.object({ field: z.string(), value: z.string() });
export type UnmappedValue = z.infer<typeof unmappedValueSchema>;

/** The normalised event, as the API gives it. */
export const securityEventSchema = z.object({
  id: z.string(),
  connection: z.string(),
  source: sourceIdSchema,
  upstreamId: z.string().nullable(),
  severity: severitySchema,
  status: statusSchema,
  statusOrigin: statusOriginSchema,
  writeState: writeStateSchema,
  /** The source's own code. */
  type: z.string(),
  /** For people. */
  title: z.string(),
  description: z.string().nullable(),
  firstSeenAt: instantSchema.nullable(),
  lastSeenAt: instantSchema,
  attackCount: z.number().int(),
  blockedCount: z.number().int().nullable(),
  outcome: outcomeSchema,
  /** At most the first 20 in the list; all of them in the detail and in exports. */
  attackers: z.array(attackerSchema),
  target: targetSchema,
  unmapped: z.array(unmappedValueSchema),
  assignee: z.string().nullable(),
  version: z.number().int(),
  syncedAt: instantSchema,
});
export type SecurityEvent = z.infer<typeof securityEventSchema>;
