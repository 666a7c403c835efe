import { type SQL, sql } from "drizzle-orm";
import { attackers } from "../schema/attackers";
import { events } from "../schema/events";
import { targets } from "../schema/targets";

// Each function gives a SELECT of (facet, value, count) over `events`, or over a narrower relation of that name.

/** Counts fields of few values all at once: `value` is a facet key. */
export function selectKeys(where: SQL | undefined): SQL {
  return sql`SELECT 'key' AS facet, ${events.facetKey} AS value, count(*)::integer AS count
    FROM ${events} WHERE ${where ?? sql`true`} GROUP BY ${events.facetKey}`;
}

/**
 * The attackers of the most events, ties in the order of their text.
 * @param where undefined only where `events` holds all events: the counts are then those kept with the attackers.
 */
export function selectAttackers(where: SQL | undefined, top: number): SQL {
  if (where === undefined) {
    return sql`SELECT 'attacker' AS facet, value, events AS count
      FROM ${attackers} WHERE events > 0 ORDER BY events DESC, value LIMIT ${top}`;
  }
  // WITH TIES: which of equally frequent ones come first is known only with their texts.
  return sql`SELECT 'attacker' AS facet, ${attackers.value} AS value, counted.number AS count FROM (
      SELECT attacker_id, count(*)::integer AS number FROM (
        SELECT unnest(${events.attackerIds}) AS attacker_id FROM ${events} WHERE ${where}) AS matching
      GROUP BY attacker_id ORDER BY count(*) DESC FETCH FIRST ${top} ROWS WITH TIES) AS counted
    JOIN ${attackers} ON ${attackers.id} = counted.attacker_id
    ORDER BY counted.number DESC, ${attackers.value} LIMIT ${top}`;
}

/** The targets of the most events, by name; events whose target has no name are not counted. */
export function selectTargets(where: SQL | undefined, top: number): SQL {
  return sql`SELECT 'target' AS facet, ${targets.name} AS value, sum(counted.number)::integer AS count FROM (
      SELECT ${events.targetId}, count(*) AS number FROM ${events} WHERE ${where ?? sql`true`}
      GROUP BY ${events.targetId}) AS counted
    JOIN ${targets} ON ${targets.id} = counted.target_id
    WHERE ${targets.name} IS NOT NULL
    GROUP BY ${targets.name} ORDER BY count DESC, ${targets.name} COLLATE "C" LIMIT ${top}`;
}
