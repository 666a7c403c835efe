import fc from "fast-check";
import { FIELD_IDS, FIELDS, type FieldId } from "@/lib/events/fields";
import { ENUM_VALUES, type EventFilter, type FieldFilter } from "@/lib/events/query";

/** Values as an analyst may filter by them: no blanks at the ends, which the URL form does not keep. */
export const freeValue = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((value) => value.trim())
  .filter((value) => value !== "" && !value.includes("\0"));

const PERIODS = ["-7d", "-7d..-1d", "..2026-01-31", "2026-01-31T08:00:00Z..", "2026-01-01..2026-01-31"];

function fieldFilter(field: FieldId): fc.Arbitrary<FieldFilter> {
  const allowed = ENUM_VALUES[field];
  const free = FIELDS[field].kind === "period" ? fc.constantFrom(...PERIODS) : freeValue;
  const values = fc.uniqueArray(allowed ? fc.constantFrom(...allowed) : free, { maxLength: 5 });
  return fc
    .record({ anyOf: values, noneOf: values })
    .filter(({ anyOf, noneOf }) => anyOf.length + noneOf.length > 0);
}

/** Any filter that a URL can hold. */
export const anyFilter: fc.Arbitrary<EventFilter> = fc.record({
  fields: fc
    .subarray([...FIELD_IDS])
    .chain((ids) => fc.tuple(...ids.map((id) => fieldFilter(id).map((filter) => [id, filter] as const))))
    .map((entries) => Object.fromEntries(entries)),
  from: fc.constantFrom(null, "-24h", "-7d", "2026-01-01", "2026-01-01T00:00:00Z"),
  to: fc.constantFrom(null, "now", "-1h", "2026-03-04T00:00:00+08:00"),
  q: fc.option(freeValue),
});
