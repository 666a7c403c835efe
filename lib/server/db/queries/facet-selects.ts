import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { storableText } from "@/lib/format/storable-text";
import { attackers } from "../schema/attackers";
import { eventCountChanges, eventTargetCounts, facetCombinations } from "../schema/event-counts";
import { eventAttackers } from "../schema/event-records";
import { events } from "../schema/events";
import { targets, targetValues } from "../schema/targets";
import { likeLiteral, MAX_INDEXED_LENGTH } from "../storable-text";
import type { EventSource } from "./event-conditions";

// Each function gives a SELECT of (facet, value, count).

/** Which values of a facet, and how many. */
export type ValueSearch = {
  readonly top: number;
  /** Only values that contain this, in any case (of the letters whose cases the database knows); null: all. */
  readonly holding: string | null;
  /** As in `FacetOptions`. */
  readonly many: number;
};

const holds = (column: SQLWrapper, { holding }: ValueSearch): SQL =>
  holding === null ? sql`true` : sql`${column} ILIKE ${`%${likeLiteral(storableText(holding))}%`}`;

/** Whoever types a whole value means it, however many longer ones contain it and are more frequent. */
const isWhole = (column: SQLWrapper, { holding }: ValueSearch): SQL =>
  sql`${column} ILIKE ${likeLiteral(storableText(holding ?? ""))}`;

/** ORDER BY that puts a value which was typed whole first. */
const wholeFirst = (column: SQLWrapper, search: ValueSearch): SQL =>
  search.holding === null ? sql`` : sql`(${isWhole(column, search)}) DESC,`;

const matching = ({ relation, where }: EventSource): SQL => sql`${relation} WHERE ${where ?? sql`true`}`;

const { severity, status, source, outcome, assignee, connection, type } = facetCombinations;

/** The values of a combination as one text, to be read with `parseFacetKey`. Free text is preceded by its length. */
const FACET_KEY = sql`${severity} || '|' || ${status} || '|' || ${source} || '|' || ${outcome} || '|' ||
  length(coalesce(${assignee}, '')) || '|' || length(${connection}) || '|' || coalesce(${assignee}, '') || ${connection} || ${type}`;

/** Names the combinations of counts: (combination_id, number). */
const named = (
  counts: SQL,
): SQL => sql`SELECT 'key' AS facet, ${FACET_KEY} AS value, counted.number::integer AS count
  FROM (${counts}) AS counted JOIN ${facetCombinations} ON ${facetCombinations.id} = counted.combination_id`;

/** Counts fields of few values all at once: `value` is a facet key. */
export const selectKeys = (from: EventSource): SQL =>
  named(
    sql`SELECT ${events.combinationId}, count(*) AS number FROM ${matching(from)} GROUP BY ${events.combinationId}`,
  );

/** The same from kept counts, a relation of (combination_id, events). */
export const selectKeptKeys = (kept: SQL): SQL =>
  named(
    sql`SELECT combination_id, sum(events) AS number FROM ${kept} AS kept GROUP BY combination_id HAVING sum(events) <> 0`,
  );

/** The attackers of the most events, ties in the order of their text. */
export const selectAttackers = (from: EventSource, search: ValueSearch): SQL =>
  countAttackers(
    sql`(SELECT unnest(${events.attackerIds}) AS attacker_id FROM ${matching(from)}) AS matching`,
    search,
  );

/**
 * The same where nothing has to be searched for.
 * @param where a condition on `event_attackers`.
 */
export const selectMemberAttackers = (where: SQL, search: ValueSearch): SQL =>
  countAttackers(sql`${eventAttackers} WHERE ${where}`, search);

function countAttackers(from: SQL, search: ValueSearch): SQL {
  // WITH TIES: which of equally frequent ones come first is known only with their texts.
  const most =
    search.holding === null ? sql`ORDER BY count(*) DESC FETCH FIRST ${search.top} ROWS WITH TIES` : sql``;
  return mostFrequent(
    sql`SELECT attacker_id, count(*)::integer AS number FROM ${from} GROUP BY attacker_id ${most}`,
    search,
  );
}

const mostFrequent = (counted: SQL, search: ValueSearch): SQL =>
  sql`SELECT 'attacker' AS facet, ${attackers.value} AS value, counted.number AS count FROM (${counted}) AS counted
    JOIN ${attackers} ON ${attackers.id} = counted.attacker_id
    WHERE ${holds(attackers.value, search)}
    ORDER BY ${wholeFirst(attackers.value, search)} counted.number DESC, ${attackers.value} LIMIT ${search.top}`;

/** The same for all events: the counts that are kept with the attackers. */
export function selectAllAttackers(search: ValueSearch): SQL {
  return sql`SELECT 'attacker' AS facet, value, events AS count FROM ${attackers}
    WHERE events > 0 AND ${holds(attackers.value, search)} ORDER BY ${wholeFirst(attackers.value, search)} events DESC, value LIMIT ${search.top}`;
}

/**
 * The same where much matches, from the memberships of few attackers. Those of the most events in all are counted
 * first; nobody who has fewer events in all than the last of them has matching ones can be among the answer.
 * @param where a condition on `event_attackers`.
 */
export function selectFrequentAttackers(where: SQL, search: ValueSearch): SQL {
  const found = sql`events > 0 AND ${holds(attackers.value, search)}`;
  const count = (ids: SQL) => sql`SELECT attacker_id, count(*)::integer AS number FROM ${eventAttackers}
    WHERE attacker_id IN (${ids}) AND ${where} GROUP BY attacker_id`;
  return sql`WITH best AS MATERIALIZED (
      SELECT id FROM ${attackers} WHERE ${found} ORDER BY events DESC LIMIT ${search.top}),
    first AS MATERIALIZED (${count(sql`SELECT id FROM best`)}),
    bound AS MATERIALIZED (
      SELECT CASE WHEN count(*) = ${search.top}::integer THEN min(number) ELSE 1 END AS least FROM first)
    ${mostFrequent(
      sql`SELECT attacker_id, number FROM first UNION ALL ${count(
        sql`SELECT id FROM ${attackers} WHERE ${found} AND (events >= (SELECT least FROM bound)${search.holding === null ? sql`` : sql` OR ${isWhole(attackers.value, search)}`})
          AND id NOT IN (SELECT id FROM best)`,
      )}`,
      search,
    )}`;
}

/** The targets of the most events, by name; events whose target has no name are not counted. */
export const selectTargets = (from: EventSource, search: ValueSearch): SQL =>
  targetsBy(
    sql`SELECT ${events.targetId}, count(*) AS number FROM ${matching(from)} GROUP BY ${events.targetId}`,
    search,
  );

/**
 * The same from kept counts.
 * @param where a condition on `combination_id`.
 */
export const selectKeptTargets = (where: SQL, search: ValueSearch): SQL =>
  targetsBy(
    sql`SELECT target_id, events AS number FROM ${eventTargetCounts} WHERE ${where}
      UNION ALL SELECT target_id, events FROM ${eventCountChanges} WHERE ${where}`,
    search,
  );

/** The same for all events: the counts that are kept with the targets. */
export const selectAllTargets = (search: ValueSearch): SQL =>
  targetsBy(sql`SELECT id AS target_id, events AS number FROM ${targets} WHERE events > 0`, search);

/**
 * Names are found by the targets that they stand for, and counted as the filter by the name counts: also where it is the
 * server, an address or the resource of a target that another name stands for.
 */
function targetsBy(counted: SQL, search: ValueSearch): SQL {
  return sql`SELECT 'target' AS facet, found.value, found.count FROM (
      WITH per_target AS MATERIALIZED (SELECT target_id, sum(number) AS number FROM (${counted}) AS parts GROUP BY target_id),
      names AS (SELECT ${targets.name} AS value, sum(per_target.number) AS number FROM per_target
        JOIN ${targets} ON ${targets.id} = per_target.target_id
        WHERE ${targets.name} IS NOT NULL AND ${holds(targets.name, search)} GROUP BY ${targets.name} HAVING sum(per_target.number) > 0),
      by_value AS (SELECT ${targetValues.value}, sum(per_target.number) AS number FROM per_target
        JOIN ${targetValues} ON ${targetValues.targetId} = per_target.target_id GROUP BY ${targetValues.value})
      SELECT names.value, coalesce(by_value.number, names.number)::integer AS count FROM names
      LEFT JOIN by_value ON by_value.value = lower(left(names.value, ${MAX_INDEXED_LENGTH}))) AS found
    ORDER BY ${wholeFirst(sql`found.value`, search)} found.count DESC, found.value COLLATE "C" LIMIT ${search.top}`;
}
