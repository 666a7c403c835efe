import { DEFAULT_TOP } from "@/lib/api/facet-limits";
import { FACET_FIELDS, type FacetField } from "@/lib/events/fields";
import type { EventFilter } from "@/lib/events/query";
import { outcomeCodes, severityCodes, sourceCodes, statusCodes } from "../codes";
import type { Database } from "../database";
import { parseFacetKey } from "../facet-key";
import { addressText } from "../network-address";
import { KEYED_FIELDS, type KeyedField, UNASSIGNED } from "./combination-conditions";
import { countNetworks } from "./count-networks";
import { countGroups, FACET_GROUPS, type FacetGroup, type FacetRow } from "./facet-groups";
import type { ValueSearch } from "./facet-selects";

/** Fields whose values are all listed, those that no event has included. */
const CLOSED_SETS: Partial<Record<FacetField, readonly string[]>> = {
  severity: severityCodes.values,
  status: statusCodes.values,
  source: sourceCodes.values,
  outcome: outcomeCodes.values,
};

/** A value and the number of events that have it. */
export type FacetValue = { value: string; count: number };

export type FacetOptions = {
  /** The facets wanted; by default all. Others come back empty. */
  readonly fields?: readonly FacetField[];
  /** Values per text field, at most. */
  readonly top?: number;
  /** Only values that contain this, in any case. */
  readonly holding?: string | null;
  /** Of more matching events, attackers are counted by the memberships of those who have most in all. */
  readonly many?: number;
};

/** Where both ways take about the same time at a million events. */
const MANY = 350_000;

/**
 * How many events have each value of each field, most frequent first; a value that was searched for whole comes
 * before the others. A field's own filter is left out of its counts, so that they say what choosing another value
 * would show. Assigned to nobody is the value "none".
 */
export async function countFacets(
  db: Database,
  filter: EventFilter,
  now: Date,
  { fields = FACET_FIELDS, top = DEFAULT_TOP, holding = null, many = MANY }: FacetOptions = {},
): Promise<Record<FacetField, FacetValue[]>> {
  // Whoever pastes an address means it in the spelling that attackers and targets are kept in.
  const search = { top, holding: holding === null ? null : addressText(holding), many };
  const wanted = FACET_FIELDS.filter((field) => fields.includes(field));
  const groups = FACET_GROUPS.filter((group) => wanted.some((field) => groupOf(field) === group));
  const rows = await countNetworks(db, filter, now, await countGroups(db, filter, now, groups, search));
  const counts = countKeyed(
    filter,
    rows.filter((row) => row.facet === "key"),
  );
  const named = (facet: FacetGroup) =>
    mostFrequent(
      rows.filter((row) => row.facet === facet),
      search,
    );
  const keyed = (field: KeyedField) =>
    wanted.includes(field) ? keyedFacet(counts[field], CLOSED_SETS[field], search) : [];
  return {
    severity: keyed("severity"),
    status: keyed("status"),
    source: keyed("source"),
    connection: keyed("connection"),
    type: keyed("type"),
    outcome: keyed("outcome"),
    attacker: named("attacker"),
    target: named("target"),
    assignee: keyed("assignee"),
  };
}

const groupOf = (field: FacetField): FacetGroup =>
  field === "attacker" || field === "target" ? field : "key";

type Counts = Record<KeyedField, Map<string, number>>;

/**
 * The counts of all fields of few values: the filters on these fields were left out of the statement and are
 * applied to its few thousand groups here, for each field without its own.
 */
function countKeyed(filter: EventFilter, rows: readonly FacetRow[]): Counts {
  const counts = emptyCounts();
  for (const { value: key, count } of rows) {
    const values = parseFacetKey(key);
    if (values.assignee === "") values.assignee = UNASSIGNED;
    const failed = KEYED_FIELDS.filter((field) => !passes(filter, field, values[field]));
    if (failed.length > 1) continue;
    for (const field of failed.length === 1 ? failed : KEYED_FIELDS) {
      counts[field].set(values[field], (counts[field].get(values[field]) ?? 0) + count);
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

function keyedFacet(
  counts: ReadonlyMap<string, number>,
  closedSet: readonly string[] | undefined,
  search: ValueSearch,
): FacetValue[] {
  const part = search.holding?.toLowerCase() ?? "";
  const unseen = (closedSet ?? []).filter((value) => !counts.has(value));
  const all = [...counts, ...unseen.map((value) => [value, 0] as const)];
  const found = all.filter(([value]) => value.toLowerCase().includes(part));
  const sorted = mostFrequent(
    found.map(([value, count]) => ({ value, count })),
    search,
  );
  return closedSet ? sorted : sorted.slice(0, search.top);
}

function mostFrequent(values: readonly FacetValue[], { holding }: ValueSearch): FacetValue[] {
  const whole = holding?.toLowerCase();
  const rank = ({ value }: FacetValue) => (value.toLowerCase() === whole ? 0 : 1);
  return values
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.value < b.value ? -1 : 1));
}
