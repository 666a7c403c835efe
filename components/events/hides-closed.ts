import type { EventFilter } from "@/lib/events/query";
import { OPEN_STATUSES, STATUSES } from "@/lib/events/status";

/** Whether the status lets through exactly what still needs somebody: neither handled nor ignored events. */
export function hidesClosed({ fields }: EventFilter): boolean {
  const { anyOf = [], noneOf = [] } = fields.status ?? {};
  const passes = (status: string) =>
    !noneOf.includes(status) && (anyOf.length === 0 || anyOf.includes(status));
  return STATUSES.every((status) => passes(status) === OPEN_STATUSES.includes(status));
}
