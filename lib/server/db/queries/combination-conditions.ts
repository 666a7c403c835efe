import { and, inArray, not, type SQL, sql } from "drizzle-orm";
import type { FieldId } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import { outcomeCodes, severityCodes, sourceCodes, statusCodes } from "../codes";
import { facetCombinations } from "../schema/event-counts";

/** Fields of few values: what an event has of them together is its combination. */
export const KEYED_FIELDS = [
  "severity",
  "status",
  "source",
  "outcome",
  "assignee",
  "connection",
  "type",
] as const satisfies readonly FieldId[];
export type KeyedField = (typeof KEYED_FIELDS)[number];

/** The word for "assigned to nobody", as filter and as facet. */
export const UNASSIGNED = "none";

const known = <Value extends string>(values: readonly string[], all: readonly Value[]): Value[] =>
  all.filter((value) => values.includes(value));

const { severity, status, source, outcome, connection, type, assignee } = facetCombinations;

/** How each field is compared: true where the combination has any of the values, never null. */
const CONDITIONS: Record<KeyedField, (values: readonly string[]) => SQL> = {
  severity: (values) => inArray(severity, known(values, severityCodes.values)),
  status: (values) => inArray(status, known(values, statusCodes.values)),
  source: (values) => inArray(source, known(values, sourceCodes.values)),
  outcome: (values) => inArray(outcome, known(values, outcomeCodes.values)),
  connection: (values) => inArray(connection, [...values]),
  type: (values) => inArray(type, [...values]),
  assignee: (values) => inArray(sql`coalesce(${assignee}, ${UNASSIGNED})`, [...values]),
};

/** The filter on fields of few values as a condition on `facet_combinations`; undefined where everything matches. */
export function combinationConditions(
  filter: EventFilter,
  fields: readonly KeyedField[] = KEYED_FIELDS,
): SQL | undefined {
  return and(
    ...fields.flatMap((field) => {
      const { anyOf = [], noneOf = [] } = filter.fields[field] ?? {};
      return [
        anyOf.length > 0 ? CONDITIONS[field](anyOf) : undefined,
        noneOf.length > 0 ? not(CONDITIONS[field](noneOf)) : undefined,
      ];
    }),
  );
}

/** The matching combinations' ids, to be used after `IN`; undefined where all match. */
export function matchingCombinations(
  filter: EventFilter,
  fields: readonly KeyedField[] = KEYED_FIELDS,
): SQL | undefined {
  const where = combinationConditions(filter, fields);
  return where && sql`(SELECT ${facetCombinations.id} FROM ${facetCombinations} WHERE ${where})`;
}
