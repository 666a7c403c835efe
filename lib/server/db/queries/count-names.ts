import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../database";
import { attackers } from "../schema/attackers";
import { events } from "../schema/events";
import { targets } from "../schema/targets";

/** A value and the number of events that have it. */
export type FacetValue = { value: string; count: number };

/**
 * The attackers of the most events that match; ties in the order of their text.
 * Without a condition the counts are those kept with the attackers.
 */
export async function countAttackers(
  db: Database,
  where: SQL | undefined,
  top: number,
): Promise<FacetValue[]> {
  const { rows } = await db.execute<FacetValue>(
    where === undefined
      ? sql`SELECT value, events AS count FROM ${attackers} WHERE events > 0 ORDER BY events DESC, value LIMIT ${top}`
      : // WITH TIES: which of equally frequent ones come first is known only with their texts.
        sql`SELECT ${attackers.value} AS value, counted.number AS count FROM (
            SELECT attacker_id, count(*)::integer AS number FROM (
              SELECT unnest(${events.attackerIds}) AS attacker_id FROM ${events} WHERE ${where}) AS matching
            GROUP BY attacker_id ORDER BY count(*) DESC FETCH FIRST ${top} ROWS WITH TIES) AS counted
          JOIN ${attackers} ON ${attackers.id} = counted.attacker_id
          ORDER BY counted.number DESC, ${attackers.value} LIMIT ${top}`,
  );
  return rows;
}

/** The targets of the most events that match, by name; events whose target has no name are not counted. */
export async function countTargets(db: Database, where: SQL | undefined, top: number): Promise<FacetValue[]> {
  const { rows } = await db.execute<FacetValue>(
    sql`SELECT ${targets.name} AS value, sum(counted.number)::integer AS count FROM (
        SELECT ${events.targetId}, count(*) AS number FROM ${events} WHERE ${where ?? sql`true`}
        GROUP BY ${events.targetId}) AS counted
      JOIN ${targets} ON ${targets.id} = counted.target_id
      WHERE ${targets.name} IS NOT NULL
      GROUP BY ${targets.name} ORDER BY count DESC, ${targets.name} COLLATE "C" LIMIT ${top}`,
  );
  return rows;
}
