import { z } from "zod";
import { attackerSchema, instantSchema, securityEventSchema } from "@/lib/events/event";
import { figureSchema } from "./figure";

/** What an attacker's events are told apart by. */
export const ATTACKER_FIELDS = ["target", "type", "severity", "status", "outcome", "source"] as const;

/** GET /api/attackers/{attacker}: everything that the index holds about an address, a network or an account. */
export const attackerSummarySchema = z.object({
  value: z.string(),
  events: figureSchema,
  /** Of these, the ones that nobody has closed. */
  open: figureSchema,
  /** Attacks of these events, by whichever attacker: few products count them apart. */
  attacks: z.int(),
  firstSeenAt: instantSchema.nullable(),
  lastSeenAt: instantSchema.nullable(),
  /** How the products describe it: each description once, as the newest events have it. */
  descriptions: z.array(attackerSchema.pick({ kind: true, country: true, region: true, tags: true })),
  /** The values with the most events. */
  by: z.record(z.enum(ATTACKER_FIELDS), z.array(figureSchema.extend({ value: z.string() }))),
  /** The newest events. */
  newest: z.array(securityEventSchema),
});
export type AttackerSummary = z.infer<typeof attackerSummarySchema>;
