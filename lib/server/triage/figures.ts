import type { Figure } from "@/lib/api/figure";
import { EMPTY_FILTER, type EventFilter, filterParams } from "@/lib/events/query";

/** A filter on some fields and a range, from what it asks for. `to` is exclusive. */
export function filterOf(
  values: Readonly<Partial<Record<keyof EventFilter["fields"], readonly string[]>>>,
  range: { readonly from?: Date; readonly to?: Date } = {},
): EventFilter {
  const fields = Object.entries(values).map(([field, anyOf]) => [field, { anyOf, noneOf: [] }]);
  return {
    ...EMPTY_FILTER,
    fields: Object.fromEntries(fields),
    from: range.from?.toISOString() ?? null,
    to: range.to?.toISOString() ?? null,
  };
}

/** A number with the link that lists what it counts. */
export function figure(count: number, filter: EventFilter): Figure {
  return { count, filter: filterParams(filter).toString() };
}
