import { count } from "drizzle-orm";
import { FIELD_IDS, FIELDS, type FieldId } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import { outcomeCodes, severityCodes, sourceCodes, statusCodes } from "../codes";
import type { Database } from "../database";
import { KEYED_FIELDS, type KeyedField, parseFacetKey } from "../facet-key";
import { events } from "../schema/events";
import { countAttackers, countTargets, type FacetValue } from "./count-names";
import { eventConditions, UNASSIGNED } from "./event-conditions";

/** Values of a text field; the sidebar shows no more. */
const TOP = 50;

/** Fields whose values are all listed, those that no event has included. */
const CLOSED_SETS: Partial<Record<FieldId, readonly string[]>> = {
  severity: severityCodes.values,
  status: statusCodes.values,
  source: sourceCodes.values,
  outcome: outcomeCodes.values,
};

export type FacetOptions = {
  /** The facets wanted; by default all. Others come back empty. */
  readonly fields?: readonly FieldId[];
  /** Values per text field, at most. */
  readonly top?: number;
};

/**
 * How many events have each value of each field, most frequent first. A field's own filter is left out of its
 * counts, so that they say what choosing another value would show. Assigned to nobody is the value "none".
 */
export async function countFacets(
  db: Database,
  filter: EventFilter,
  now: Date,
  { fields = FIELD_IDS, top = TOP }: FacetOptions = {},
): Promise<Record<FieldId, FacetValue[]>> {
  const wanted = (field: FieldId) => FIELDS[field].facet && fields.includes(field);
  const keyed = KEYED_FIELDS.filter(wanted);
  const [byKey, attacker, target] = await Promise.all([
    keyed.length > 0 ? countKeyed(db, filter, now) : null,
    wanted("attacker") ? countAttackers(db, eventConditions(filter, now, ["attacker"]), top) : [],
    wanted("target") ? countTargets(db, eventConditions(filter, now, ["target"]), top) : [],
  ]);
  const facet = (field: KeyedField) => (keyed.includes(field) ? topValues(field, byKey?.[field], top) : []);
  return {
    severity: facet("severity"),
    status: facet("status"),
    source: facet("source"),
    connection: facet("connection"),
    type: facet("type"),
    outcome: facet("outcome"),
    attacker,
    target,
    assignee: facet("assignee"),
  };
}

type Counts = Record<KeyedField, Map<string, number>>;

/**
 * Counts all fields of few values with one grouping: the filters on these fields are left out of the statement
 * and applied to its few thousand groups, for each field without its own.
 */
async function countKeyed(db: Database, filter: EventFilter, now: Date): Promise<Counts> {
  const groups = await db
    .select({ key: events.facetKey, number: count() })
    .from(events)
    .where(eventConditions(filter, now, KEYED_FIELDS))
    .groupBy(events.facetKey);
  const counts = emptyCounts();
  for (const { key, number } of groups) {
    const values = parseFacetKey(key);
    if (values.assignee === "") values.assignee = UNASSIGNED;
    const failed = KEYED_FIELDS.filter((field) => !passes(filter, field, values[field]));
    if (failed.length > 1) continue;
    for (const field of failed.length === 1 ? failed : KEYED_FIELDS) {
      counts[field].set(values[field], (counts[field].get(values[field]) ?? 0) + number);
    }
  }
  return counts;
}

const emptyCounts = (): Counts => ({
  severity: new Map(),
  status: new Map(),
  source: new Map(),
  outcome: new Map(),
  assignee: new Map(),
  connection: new Map(),
  type: new Map(),
});

function passes(filter: EventFilter, field: KeyedField, value: string): boolean {
  const { anyOf = [], noneOf = [] } = filter.fields[field] ?? {};
  return (anyOf.length === 0 || anyOf.includes(value)) && !noneOf.includes(value);
}

function topValues(
  field: KeyedField,
  counts: ReadonlyMap<string, number> | undefined,
  top: number,
): FacetValue[] {
  const all = new Map([...(CLOSED_SETS[field] ?? []).map((value) => [value, 0] as const), ...(counts ?? [])]);
  return [...all]
    .map(([value, number]) => ({ value, count: number }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, CLOSED_SETS[field] ? undefined : top);
}
