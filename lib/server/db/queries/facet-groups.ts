import { and, type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { eventAttackers } from "../schema/event-records";
import { events } from "../schema/events";
import { KEYED_FIELDS, matchingCombinations } from "./combination-conditions";
import { countedEvents, inStretch } from "./counted-events";
import {
  type EventSource,
  eventConditions,
  eventSource,
  FILTER_PARTS,
  type FilterPart,
  stretchOf,
} from "./event-conditions";
import {
  selectAllAttackers,
  selectAllTargets,
  selectAttackers,
  selectFrequentAttackers,
  selectKeptKeys,
  selectKeptTargets,
  selectKeys,
  selectMemberAttackers,
  selectTargets,
  type ValueSearch,
} from "./facet-selects";
import { countEvents } from "./list-events";
import { SEARCHED_FIELDS } from "./searched-fields";

/** What is counted by one grouping: the fields of few values together, attackers, targets. */
export const FACET_GROUPS = ["key", "attacker", "target"] as const;
export type FacetGroup = (typeof FACET_GROUPS)[number];

export type FacetRow = { readonly facet: FacetGroup; readonly value: string; readonly count: number };

type View = { readonly filter: EventFilter; readonly now: Date; readonly search: ValueSearch };

/** Parts that cost a search in other tables. */
const SEARCHED_PARTS: readonly FilterPart[] = ["q", ...SEARCHED_FIELDS];

/** The parts that narrow a group: not those of its own fields. */
function partsOf(group: FacetGroup): readonly FilterPart[] {
  const own: readonly FilterPart[] = group === "key" ? KEYED_FIELDS : [group];
  return FILTER_PARTS.filter((part) => !own.includes(part));
}

/**
 * Counts the groups. Those that are narrowed by the same search share one statement that searches once; without
 * a search each has its own, and kept counts answer what they can.
 */
export async function countGroups(
  db: Database,
  filter: EventFilter,
  now: Date,
  groups: readonly FacetGroup[],
  search: ValueSearch,
): Promise<FacetRow[]> {
  const view = { filter, now, search };
  const bySearch = new Map<string, FacetGroup[]>();
  for (const group of groups) {
    const searched = searchOf(filter, group);
    const key = searched.length > 0 ? `searched by ${searched.join()}` : `${group} alone`;
    bySearch.set(key, [...(bySearch.get(key) ?? []), group]);
  }
  const answers = await Promise.all(
    [...bySearch.values()].map(async (together) =>
      db.execute<FacetRow>(await statementOf(db, view, together)),
    ),
  );
  return answers.flatMap(({ rows }) => rows);
}

/** The searched parts that the filter has and that narrow the group. */
function searchOf(filter: EventFilter, group: FacetGroup): FilterPart[] {
  const used = (part: FilterPart) =>
    part === "q" ? filter.q !== null : part !== "range" && filter.fields[part] !== undefined;
  return partsOf(group).filter((part) => SEARCHED_PARTS.includes(part) && used(part));
}

async function statementOf(db: Database, view: View, groups: readonly FacetGroup[]): Promise<SQL> {
  const { filter, now, search } = view;
  const [first = "key"] = groups;
  const searched = searchOf(filter, first);
  if (searched.length === 0) return keptStatement(db, view, first);
  if (groups.length === 1) return selectOf(first, await sourceOf(db, view, first), search);
  const shared: FilterPart[] = ["range", ...searched];
  const selects = groups.map((group) => {
    const rest = partsOf(group).filter((part) => !shared.includes(part));
    const source = { relation: sql`${events}`, where: eventConditions(filter, now, rest) };
    return sql`(${selectOf(group, source, search)})`;
  });
  const attackers = groups.includes("attacker");
  const { relation, where } = await sourceOf(db, view, first, shared);
  // Within the statement "events" is what the search has found: no column more than is looked at.
  const columns = [events.combinationId, events.targetId, ...(attackers ? [events.attackerIds] : [])];
  return sql`WITH ${events} AS MATERIALIZED (
      SELECT ${sql.join(columns, sql`, `)} FROM ${relation} WHERE ${where ?? sql`true`})
    ${sql.join(selects, sql` UNION ALL `)}`;
}

/** The attackers of events are in the events themselves only. */
async function sourceOf(
  db: Database,
  { filter, now }: View,
  group: FacetGroup,
  parts = partsOf(group),
): Promise<EventSource> {
  if (parts.includes("attacker")) return eventSource(db, filter, now, { parts });
  return { relation: sql`${events}`, where: eventConditions(filter, now, parts) };
}

/** The statement of a group that nothing has to be searched for. */
async function keptStatement(db: Database, { filter, now, search }: View, group: FacetGroup): Promise<SQL> {
  const stretch = stretchOf(filter, now);
  if (group === "key") return selectKeptKeys(countedEvents(stretch, "all"));
  const narrowing: EventFilter = { ...filter, fields: withoutSearches(filter) };
  const where = eventConditions(narrowing, now);
  if (where === undefined)
    return group === "attacker" ? selectAllAttackers(search) : selectAllTargets(search);
  const source = { relation: sql`${events}`, where };
  const combinations = matchingCombinations(filter);
  if (group === "target") {
    const kept = combinations && stretch.from === null && stretch.to === null;
    return kept
      ? selectKeptTargets(sql`combination_id IN ${combinations}`, search)
      : selectTargets(source, search);
  }
  const memberships =
    and(
      combinations && sql`${eventAttackers.combinationId} IN ${combinations}`,
      inStretch(stretch, sql`${eventAttackers.lastSeenAt}`),
    ) ?? sql`true`;
  const few = (await countEvents(db, narrowing, now)) <= search.many;
  return (few ? selectMemberAttackers : selectFrequentAttackers)(memberships, search);
}

function withoutSearches({ fields }: EventFilter): EventFilter["fields"] {
  const { attacker: _attacker, target: _target, ...rest } = fields;
  return rest;
}

function selectOf(group: FacetGroup, source: EventSource, search: ValueSearch): SQL {
  if (group === "key") return selectKeys(source);
  return group === "attacker" ? selectAttackers(source, search) : selectTargets(source, search);
}
