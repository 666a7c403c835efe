import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { EventFilter } from "@/lib/events/query";
import { severityCodes } from "../codes";
import type { Database } from "../database";
import { facetCombinations } from "../schema/event-counts";
import { combinationConditions } from "./combination-conditions";
import { countedEvents, isKept, type Stretch } from "./counted-events";

/** How a value is stored with the combinations. */
const KEYS = {
  type: { column: facetCombinations.type, keyOf: (value) => sql`${value}::text` },
  severity: {
    column: facetCombinations.severity,
    keyOf: (value) => {
      const known = severityCodes.values.find((severity) => severity === value);
      return sql`${known ? severityCodes.encode(known) : null}::smallint`;
    },
  },
} satisfies Record<string, { column: PgColumn; keyOf: (value: string) => SQL }>;

/** Fields whose values are counted by {@link countKeptValues}. */
export type KeptField = keyof typeof KEYS;

/**
 * For each value of a field and each stretch of time, how many events match the filter: from kept counts.
 * @param filter without the field and without a range; narrowed by fields of few values only.
 * @returns in the order of the values, then of the stretches.
 * @throws Error for a filter that has to be searched for.
 */
export async function countKeptValues(
  db: Database,
  filter: EventFilter,
  field: KeptField,
  values: readonly string[],
  stretches: readonly Stretch[],
): Promise<number[][]> {
  if (!isKept(filter)) throw new Error("Kept counts know fields of few values only.");
  if (values.length === 0) return [];
  const { column, keyOf } = KEYS[field];
  const wanted = values.map((value, place) => sql`SELECT ${place}::integer, ${keyOf(value)}`);
  const counted = stretches.map(
    (stretch, which) =>
      sql`SELECT ${which}::integer AS which, combination_id, events FROM ${countedEvents(stretch, "all")} AS counted`,
  );
  const { rows } = await db.execute<{ place: number; which: number; count: number }>(
    sql`WITH wanted(place, key) AS (${sql.join(wanted, sql` UNION ALL `)})
      SELECT place, which, sum(counts.events)::integer AS count
      FROM wanted JOIN ${facetCombinations} ON ${column} = wanted.key
      JOIN (${sql.join(counted, sql` UNION ALL `)}) AS counts ON counts.combination_id = ${facetCombinations.id}
      WHERE ${combinationConditions(filter) ?? sql`true`} GROUP BY place, which`,
  );
  const found = new Map(rows.map(({ place, which, count }) => [`${place} ${which}`, count]));
  return values.map((_value, place) =>
    stretches.map((_stretch, which) => found.get(`${place} ${which}`) ?? 0),
  );
}
