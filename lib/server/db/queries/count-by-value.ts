import { and, type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { attackers } from "../schema/attackers";
import { eventAttackers } from "../schema/event-records";
import { events } from "../schema/events";
import { targetValues } from "../schema/targets";
import { matchingCombinations } from "./combination-conditions";
import { countKeptValues, type KeptField } from "./count-kept-values";
import { inStretch, isKept, type Stretch } from "./counted-events";
import { eventConditions, matchesAttacker, matchesTarget } from "./event-conditions";

/** A stretch of time; `from` inclusive, `to` exclusive, both open where they are missing. */
export type Range = { readonly from?: Date; readonly to?: Date };

/** How one field's values are found: the keys that each stands for, and how events have them. */
type Lookup = {
  /** SELECT of the keys of a value. */
  readonly keysOf: (value: string) => SQL;
  /** FROM `wanted` with the events that have its `key`. */
  readonly join: SQL;
  /** What is counted; DISTINCT where an event may have several of the keys. */
  readonly counted: SQL;
  readonly lastSeenAt: SQL;
  readonly where: (filter: EventFilter, now: Date) => SQL | undefined;
};

const LOOKUPS = {
  attacker: {
    keysOf: (value) => sql`SELECT ${attackers.id} FROM ${attackers} WHERE ${matchesAttacker([value])}`,
    join: sql`JOIN ${eventAttackers} ON ${eventAttackers.attackerId} = wanted.key`,
    counted: sql`DISTINCT ${eventAttackers.eventId}`,
    lastSeenAt: sql`${eventAttackers.lastSeenAt}`,
    where: (filter) => {
      if (!isKept(filter)) throw new Error("Events of attackers are narrowed by fields of few values only.");
      const combinations = matchingCombinations(filter);
      return combinations && sql`${eventAttackers.combinationId} IN ${combinations}`;
    },
  },
  target: {
    keysOf: (value) =>
      sql`SELECT DISTINCT ${targetValues.targetId} FROM ${targetValues} WHERE ${matchesTarget([value])}`,
    join: sql`JOIN ${events} ON ${events.targetId} = wanted.key`,
    counted: sql`*`,
    lastSeenAt: sql`${events.lastSeenAt}`,
    where: eventConditions,
  },
} satisfies Record<string, Lookup>;

/** Fields whose values are counted together by {@link countByValue}. */
export type CountedField = keyof typeof LOOKUPS | KeptField;

const isLookedUp = (field: CountedField): field is keyof typeof LOOKUPS => field in LOOKUPS;

const stretch = ({ from, to }: Range): Stretch => ({
  from: from?.getTime() ?? null,
  to: to?.getTime() ?? null,
});

/** The range that holds all the others. */
function hull(ranges: readonly Range[]): Range {
  const starts = ranges.flatMap(({ from }) => from?.getTime() ?? []);
  const ends = ranges.flatMap(({ to }) => to?.getTime() ?? []);
  return {
    ...(starts.length === ranges.length ? { from: new Date(Math.min(...starts)) } : {}),
    ...(ends.length === ranges.length ? { to: new Date(Math.max(...ends)) } : {}),
  };
}

/**
 * For each value of a field, and each range, the total that the list would give for the filter with both; one
 * statement, however many values there are.
 * @param filter without the field and without a range.
 * @returns in the order of the values, then of the ranges.
 * @throws Error for attackers, types and severities of a filter that has to be searched for.
 */
export async function countByValue(
  db: Database,
  filter: EventFilter,
  field: CountedField,
  values: readonly string[],
  ranges: readonly Range[],
  now: Date,
): Promise<number[][]> {
  if (values.length === 0) return [];
  if (!isLookedUp(field)) return countKeptValues(db, filter, field, values, ranges.map(stretch));
  const { keysOf, join, counted, lastSeenAt, where } = LOOKUPS[field];
  const wanted = values.map(
    (value, place) => sql`SELECT ${place}::integer, key FROM (${keysOf(value)}) AS keys(key)`,
  );
  const counts = ranges.map(
    (range) =>
      sql`count(${counted}) FILTER (WHERE ${inStretch(stretch(range), lastSeenAt) ?? sql`true`})::integer`,
  );
  const matches = and(inStretch(stretch(hull(ranges)), lastSeenAt), where(filter, now)) ?? sql`true`;
  const { rows } = await db.execute<{ place: number; counts: number[] }>(
    sql`WITH wanted(place, key) AS (${sql.join(wanted, sql` UNION ALL `)})
      SELECT place, ARRAY[${sql.join(counts, sql`, `)}] AS counts FROM wanted ${join} WHERE ${matches} GROUP BY place`,
  );
  const found = new Map(rows.map((row) => [row.place, row.counts]));
  return values.map((_value, place) => found.get(place) ?? ranges.map(() => 0));
}
