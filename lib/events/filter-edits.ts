import type { FieldId } from "./fields";
import type { EventFilter, FieldFilter } from "./query";

/** What a filter says about one value of a field. */
export type ValueState = "included" | "excluded" | "free";

const NOTHING: FieldFilter = { anyOf: [], noneOf: [] };

/** Whether a value is asked for, ruled out, or neither. */
export function valueState(filter: EventFilter, field: FieldId, value: string): ValueState {
  const entry = filter.fields[field] ?? NOTHING;
  if (entry.anyOf.includes(value)) return "included";
  return entry.noneOf.includes(value) ? "excluded" : "free";
}

/** The filter with one value asked for, ruled out, or (free) neither. */
export function withValue(
  filter: EventFilter,
  field: FieldId,
  value: string,
  state: ValueState,
): EventFilter {
  const entry = filter.fields[field] ?? NOTHING;
  const others = (values: readonly string[]) => values.filter((other) => other !== value);
  const anyOf = others(entry.anyOf);
  const noneOf = others(entry.noneOf);
  return withField(filter, field, {
    anyOf: state === "included" ? [...anyOf, value] : anyOf,
    noneOf: state === "excluded" ? [...noneOf, value] : noneOf,
  });
}

/** The filter without one value on one side; where it is on both, which no event fulfils, the other side stays. */
export function withoutValue(
  filter: EventFilter,
  field: FieldId,
  value: string,
  side: keyof FieldFilter,
): EventFilter {
  const entry = filter.fields[field] ?? NOTHING;
  return withField(filter, field, { ...entry, [side]: entry[side].filter((other) => other !== value) });
}

/** The filter with one value as the only one of its field. */
export function withOnly(filter: EventFilter, field: FieldId, value: string): EventFilter {
  return withField(filter, field, { anyOf: [value], noneOf: [] });
}

/** The filter without anything about a field. */
export function withoutField(filter: EventFilter, field: FieldId): EventFilter {
  return withField(filter, field, NOTHING);
}

function withField(filter: EventFilter, field: FieldId, entry: FieldFilter): EventFilter {
  const { [field]: _replaced, ...others } = filter.fields;
  const empty = entry.anyOf.length + entry.noneOf.length === 0;
  return { ...filter, fields: empty ? others : { ...others, [field]: entry } };
}
