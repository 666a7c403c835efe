import { useEffect, useState } from "react";
import { z } from "zod";
import { useSignedIn } from "@/components/layout/signed-in";
import { keepInTab, readTab } from "@/components/layout/tab-storage";
import { seenEventSchema } from "@/lib/api/status-change";
import { statusSchema, verdictSchema } from "@/lib/events/value-schemas";
import type { StatusOrder } from "./use-status-change";

const keptSchema = z.object({
  target: z.union([z.object({ events: z.array(seenEventSchema) }), z.object({ selectionId: z.string() })]),
  status: statusSchema,
  note: z.string().exactOptional(),
  reason: verdictSchema.exactOptional(),
});

function readOrder(name: string): StatusOrder | null {
  try {
    return keptSchema.safeParse(JSON.parse(readTab(name) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** A dialog that opened by itself on a page that somebody came to would be a surprise. */
const wasReloaded = (): boolean =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === "reload");

/**
 * An order that is being given. A reload finds it again; whoever leaves the page gives it up. Its note has a life of its
 * own: {@link useNoteDraft}.
 * @param place the screen that asks: one page has several.
 */
export function useKeptOrder(place: string): [StatusOrder | null, (order: StatusOrder | null) => void] {
  const name = `status-order.${useSignedIn().name}.${place}`;
  const [order, setOrder] = useState<StatusOrder | null>(null);
  // Not at first: the server, which renders the same, knows of none.
  useEffect(() => {
    if (wasReloaded()) setOrder(readOrder(name));
    else keepInTab(name, null);
    return () => keepInTab(name, null);
  }, [name]);
  return [
    order,
    (next) => {
      setOrder(next);
      keepInTab(name, next && JSON.stringify(next));
    },
  ];
}
