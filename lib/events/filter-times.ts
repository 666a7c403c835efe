import { PERIOD_FIELDS } from "./fields";
import { mapPeriod } from "./period";
import type { EventFilter, FieldFilter } from "./query";

/** The filter with every time that it names, in its range and in periods, in another form. */
export function mapTimes(filter: EventFilter, change: (time: string) => string): EventFilter {
  const bound = (time: string | null) => (time === null ? null : change(time));
  const values = (all: readonly string[]) => all.map((value) => mapPeriod(value, change));
  const periods = PERIOD_FIELDS.flatMap((field): [string, FieldFilter][] => {
    const entry = filter.fields[field];
    return entry ? [[field, { anyOf: values(entry.anyOf), noneOf: values(entry.noneOf) }]] : [];
  });
  const fields = { ...filter.fields, ...Object.fromEntries(periods) };
  return { ...filter, fields, from: bound(filter.from), to: bound(filter.to) };
}
