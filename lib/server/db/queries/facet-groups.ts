import { type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { KEYED_FIELDS } from "../facet-key";
import { events } from "../schema/events";
import { eventConditions, FILTER_PARTS, type FilterPart } from "./event-conditions";
import { selectAttackers, selectKeys, selectTargets, type ValueSearch } from "./facet-selects";

/** What is counted by one grouping: the fields of few values together, attackers, targets. */
export const FACET_GROUPS = ["key", "attacker", "target"] as const;
export type FacetGroup = (typeof FACET_GROUPS)[number];

export type FacetRow = { readonly facet: FacetGroup; readonly value: string; readonly count: number };

/** Parts that cost a search in other tables. */
const SEARCHED_PARTS: readonly FilterPart[] = ["q", "attacker", "target"];

/** The parts that narrow a group: not those of its own fields. */
function partsOf(group: FacetGroup): readonly FilterPart[] {
  const own: readonly FilterPart[] = group === "key" ? KEYED_FIELDS : [group];
  return FILTER_PARTS.filter((part) => !own.includes(part));
}

/**
 * Counts the groups. Those that are narrowed by the same search share one statement that searches once;
 * without a search each has its own, which reads the narrow table and keeps nothing.
 */
export async function countGroups(
  db: Database,
  filter: EventFilter,
  now: Date,
  groups: readonly FacetGroup[],
  search: ValueSearch,
): Promise<FacetRow[]> {
  const bySearch = new Map<string, FacetGroup[]>();
  for (const group of groups) {
    const searched = searchOf(filter, group);
    const key = searched.length > 0 ? `searched by ${searched.join()}` : `${group} alone`;
    bySearch.set(key, [...(bySearch.get(key) ?? []), group]);
  }
  const statements = [...bySearch.values()].map((together) => statementOf(filter, now, together, search));
  const answers = await Promise.all(statements.map((statement) => db.execute<FacetRow>(statement)));
  return answers.flatMap(({ rows }) => rows);
}

/** The searched parts that the filter has and that narrow the group. */
function searchOf(filter: EventFilter, group: FacetGroup): FilterPart[] {
  const used = (part: FilterPart) =>
    part === "q" ? filter.q !== null : part !== "range" && filter.fields[part] !== undefined;
  return partsOf(group).filter((part) => SEARCHED_PARTS.includes(part) && used(part));
}

function statementOf(
  filter: EventFilter,
  now: Date,
  groups: readonly FacetGroup[],
  search: ValueSearch,
): SQL {
  const [first = "key"] = groups;
  if (groups.length === 1) return selectOf(first, eventConditions(filter, now, partsOf(first)), search);
  const shared: FilterPart[] = ["range", ...searchOf(filter, first)];
  const selects = groups.map((group) => {
    const rest = partsOf(group).filter((part) => !shared.includes(part));
    return sql`(${selectOf(group, eventConditions(filter, now, rest) ?? sql`true`, search)})`;
  });
  // Within the statement "events" is what the search has found: no column more than is looked at.
  const keyed = KEYED_FIELDS.filter((field) => filter.fields[field] !== undefined);
  const columns = [
    events.facetKey,
    events.targetId,
    events.attackerIds,
    ...keyed.map((field) => events[field]),
  ];
  return sql`WITH ${events} AS MATERIALIZED (
      SELECT ${sql.join(columns, sql`, `)} FROM ${events} WHERE ${eventConditions(filter, now, shared) ?? sql`true`})
    ${sql.join(selects, sql` UNION ALL `)}`;
}

function selectOf(group: FacetGroup, where: SQL | undefined, search: ValueSearch): SQL {
  if (group === "key") return selectKeys(where);
  return group === "attacker" ? selectAttackers(where, search) : selectTargets(where, search);
}
