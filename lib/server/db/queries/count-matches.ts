import { type SQL, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { events } from "../schema/events";
import { eventConditions } from "./event-conditions";

/** The total that the list would give for each filter, in one statement. */
export async function countMatches(
  db: Database,
  filters: readonly EventFilter[],
  now: Date,
): Promise<number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map(
    (filter, index): SQL =>
      sql`SELECT ${index}::integer AS place, count(*)::integer AS number FROM ${events} WHERE ${eventConditions(filter, now) ?? sql`true`}`,
  );
  const { rows } = await db.execute<{ place: number; number: number }>(sql.join(counts, sql` UNION ALL `));
  const numbers = new Map(rows.map(({ place, number }) => [place, number]));
  return filters.map((_filter, index) => numbers.get(index) ?? 0);
}
