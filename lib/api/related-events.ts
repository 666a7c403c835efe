import { z } from "zod";
import { instantSchema } from "@/lib/events/event";
import { figureSchema } from "./figure";

export const RELATED_BY = ["attacker", "target", "type", "rule"] as const;

/**
 * GET /api/events/{id}/related: how many events share an attacker, the target, the type or the rule with this one. A
 * rule is no field: its figures are those of the events of the same source whose searched text holds it.
 * The event itself is counted, as it is in the lists that the figures link to.
 */
export const relatedEventsSchema = z.object({
  /** From a day before the event's first activity until a day after its last; `to` is exclusive. */
  window: z.object({ from: instantSchema, to: instantSchema }),
  items: z.array(
    z.object({
      by: z.enum(RELATED_BY),
      value: z.string(),
      inWindow: figureSchema,
      overall: figureSchema,
    }),
  ),
  /** Attackers beyond those listed. */
  moreAttackers: z.int(),
});
export type RelatedEvents = z.infer<typeof relatedEventsSchema>;
