import type { FacetField } from "@/lib/events/fields";
import type { FieldFilter } from "@/lib/events/query";
import type { FormatTexts } from "@/lib/format/format-texts";
import { knownValues, valueLabel } from "./value-label";

export type FacetCount = { readonly value: string; readonly count: number };

/** One value as the sidebar shows it; `count` is `null` while the counts are being read. */
export type FacetRow = { value: string; label: string; count: number | null };

/**
 * The values to show for a field: those of a closed set always and in their own order, the others most
 * frequent first; whatever the filter names is there even if no event has it.
 */
export function facetRows(
  field: FacetField,
  counts: readonly FacetCount[] | undefined,
  narrowed: FieldFilter | undefined,
  t: FormatTexts,
): FacetRow[] {
  const known = knownValues(field);
  const asked = [...(narrowed?.anyOf ?? []), ...(narrowed?.noneOf ?? [])];
  const counted = new Map(counts?.map(({ value, count }) => [value, count]));
  const values = new Set([...known, ...counted.keys(), ...asked]);
  return [...values].map((value) => ({
    value,
    label: valueLabel(field, value, t),
    count: counts ? (counted.get(value) ?? 0) : null,
  }));
}
