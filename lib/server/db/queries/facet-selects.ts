import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { attackers } from "../schema/attackers";
import { events } from "../schema/events";
import { targets } from "../schema/targets";
import { likeLiteral, storableText } from "../storable-text";

// Each function gives a SELECT of (facet, value, count) over `events`, or over a narrower relation of that name.

/** Which values of a facet, and how many. */
export type ValueSearch = {
  readonly top: number;
  /** Only values that contain this, in any case (of the letters whose cases the database knows); null: all. */
  readonly holding: string | null;
};

const holds = (column: SQLWrapper, { holding }: ValueSearch): SQL =>
  holding === null ? sql`true` : sql`${column} ILIKE ${`%${likeLiteral(storableText(holding))}%`}`;

/** Counts fields of few values all at once: `value` is a facet key. */
export function selectKeys(where: SQL | undefined): SQL {
  return sql`SELECT 'key' AS facet, ${events.facetKey} AS value, count(*)::integer AS count
    FROM ${events} WHERE ${where ?? sql`true`} GROUP BY ${events.facetKey}`;
}

/**
 * The attackers of the most events, ties in the order of their text.
 * @param where undefined only where `events` holds all events: the counts are then those kept with the attackers.
 */
export function selectAttackers(where: SQL | undefined, search: ValueSearch): SQL {
  const { top, holding } = search;
  const found = holds(attackers.value, search);
  if (where === undefined) {
    return sql`SELECT 'attacker' AS facet, value, events AS count
      FROM ${attackers} WHERE events > 0 AND ${found} ORDER BY events DESC, value LIMIT ${top}`;
  }
  // WITH TIES: which of equally frequent ones come first is known only with their texts.
  const most = holding === null ? sql`ORDER BY count(*) DESC FETCH FIRST ${top} ROWS WITH TIES` : sql``;
  return sql`SELECT 'attacker' AS facet, ${attackers.value} AS value, counted.number AS count FROM (
      SELECT attacker_id, count(*)::integer AS number FROM (
        SELECT unnest(${events.attackerIds}) AS attacker_id FROM ${events} WHERE ${where}) AS matching
      GROUP BY attacker_id ${most}) AS counted
    JOIN ${attackers} ON ${attackers.id} = counted.attacker_id
    WHERE ${found}
    ORDER BY counted.number DESC, ${attackers.value} LIMIT ${top}`;
}

/** The targets of the most events, by name; events whose target has no name are not counted. */
export function selectTargets(where: SQL | undefined, search: ValueSearch): SQL {
  return sql`SELECT 'target' AS facet, ${targets.name} AS value, sum(counted.number)::integer AS count FROM (
      SELECT ${events.targetId}, count(*) AS number FROM ${events} WHERE ${where ?? sql`true`}
      GROUP BY ${events.targetId}) AS counted
    JOIN ${targets} ON ${targets.id} = counted.target_id
    WHERE ${targets.name} IS NOT NULL AND ${holds(targets.name, search)}
    GROUP BY ${targets.name} ORDER BY count DESC, ${targets.name} COLLATE "C" LIMIT ${search.top}`;
}
