import { z } from "zod";
import { seenEventSchema } from "@/lib/api/status-change";
import { statusSchema, verdictSchema } from "@/lib/events/value-schemas";
import type { StatusOrder } from "./use-status-change";

const orderSchema = z.object({
  target: z.union([z.object({ events: z.array(seenEventSchema) }), z.object({ selectionId: z.string() })]),
  status: statusSchema,
  note: z.string().exactOptional(),
  reason: verdictSchema.exactOptional(),
});

/** An order as the tab has kept it, as JSON; null for anything else. Apart from the hook: the queue opens without schemas. */
export function readKeptOrder(text: string): StatusOrder | null {
  try {
    return orderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
