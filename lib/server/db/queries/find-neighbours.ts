import { and, type SQL, sql } from "drizzle-orm";
import type { EventNeighbours } from "@/lib/api/event-neighbours";
import type { SecurityEvent } from "@/lib/events/event";
import { positionOf } from "@/lib/events/position";
import type { EventView, Sort } from "@/lib/events/query";
import type { Database } from "../database";
import { events } from "../schema/events";
import { eventSource, type PageSource } from "./event-conditions";
import { directed, isAfter } from "./event-order";

/** The events right before and right after one in a view; each is found in an index alone, however many match. */
export async function findNeighbours(
  db: Database,
  event: SecurityEvent,
  { filter, sort }: EventView,
  now: Date,
): Promise<EventNeighbours> {
  const source = await eventSource(db, filter, now, { order: true });
  const backwards = { ...sort, descending: !sort.descending };
  const { rows } = await db.execute<EventNeighbours>(
    sql`SELECT ${nearest(source, event, backwards)} AS "previousId", ${nearest(source, event, sort)} AS "nextId"`,
  );
  return rows[0] ?? { previousId: null, nextId: null };
}

/** The first event after this one, in an order. */
function nearest({ relation, where }: PageSource, event: SecurityEvent, sort: Sort): SQL {
  const beyond = and(where, isAfter(positionOf(event, sort), sort));
  return sql`(SELECT ${events.id} FROM ${relation} WHERE ${beyond} ORDER BY ${directed(sort)} LIMIT 1)`;
}
