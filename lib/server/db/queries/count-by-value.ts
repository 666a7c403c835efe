import { and, type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import { severityCodes } from "../codes";
import type { Database } from "../database";
import { storableInstant } from "../instant-bounds";
import { attackers } from "../schema/attackers";
import { eventAttackers } from "../schema/event-records";
import { events } from "../schema/events";
import { targetValues } from "../schema/targets";
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
};

const LOOKUPS = {
  attacker: {
    keysOf: (value) => sql`SELECT ${attackers.id} FROM ${attackers} WHERE ${matchesAttacker([value])}`,
    join: sql`JOIN ${eventAttackers} ON ${eventAttackers.attackerId} = wanted.key
      JOIN ${events} ON ${events.id} = ${eventAttackers.eventId}`,
    counted: sql`DISTINCT ${events.id}`,
  },
  target: {
    keysOf: (value) =>
      sql`SELECT DISTINCT ${targetValues.targetId} FROM ${targetValues} WHERE ${matchesTarget([value])}`,
    join: sql`JOIN ${events} ON ${events.targetId} = wanted.key`,
    counted: sql`*`,
  },
  type: {
    keysOf: (value) => sql`SELECT ${value}::text COLLATE "C"`,
    join: sql`JOIN ${events} ON ${events.type} = wanted.key`,
    counted: sql`*`,
  },
  severity: {
    keysOf: (value) => {
      const known = severityCodes.values.find((severity) => severity === value);
      return sql`SELECT ${known ? severityCodes.encode(known) : null}::smallint`;
    },
    join: sql`JOIN ${events} ON ${events.severity} = wanted.key`,
    counted: sql`*`,
  },
} satisfies Record<string, Lookup>;

/** Fields whose values are counted together by {@link countByValue}. */
export type CountedField = keyof typeof LOOKUPS;

const within = ({ from, to }: Range): SQL | undefined =>
  and(
    from ? sql`${events.lastSeenAt} >= ${storableInstant(from)}::timestamptz` : undefined,
    to ? sql`${events.lastSeenAt} < ${storableInstant(to)}::timestamptz` : undefined,
  );

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
 * statement that reads the events once, however many values there are.
 * @param filter without the field and without a range.
 * @returns in the order of the values, then of the ranges.
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
  const { keysOf, join, counted } = LOOKUPS[field];
  const wanted = values.map(
    (value, place) => sql`SELECT ${place}::integer, key FROM (${keysOf(value)}) AS keys(key)`,
  );
  const counts = ranges.map(
    (range) => sql`count(${counted}) FILTER (WHERE ${within(range) ?? sql`true`})::integer`,
  );
  const where = and(within(hull(ranges)), eventConditions(filter, now)) ?? sql`true`;
  const { rows } = await db.execute<{ place: number; counts: number[] }>(
    sql`WITH wanted(place, key) AS (${sql.join(wanted, sql` UNION ALL `)})
      SELECT place, ARRAY[${sql.join(counts, sql`, `)}] AS counts FROM wanted ${join} WHERE ${where} GROUP BY place`,
  );
  const found = new Map(rows.map((row) => [row.place, row.counts]));
  return values.map((_value, place) => found.get(place) ?? ranges.map(() => 0));
}
