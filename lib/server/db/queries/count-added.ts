import { and, count, sql } from "drizzle-orm";
import type { EventFilter } from "@/lib/events/query";
import type { Database } from "../database";
import { events } from "../schema/events";
import { eventConditions } from "./event-conditions";

/**
 * How many matching events the reader of a list has not seen: those whose transaction was not visible in the
 * list's snapshot. Exact, whatever order transactions end in.
 * @param mark of {@link listEvents}, checked with `isSnapshotMark`.
 */
export async function countAdded(
  db: Database,
  filter: EventFilter,
  mark: string,
  now: Date,
): Promise<number> {
  const seen = sql`${mark}::pg_snapshot`;
  const { addedIn } = events;
  const [row] = await db
    .select({ added: count() })
    .from(events)
    .where(
      and(
        // What the index can answer; what is left is a handful.
        sql`${addedIn} >= pg_snapshot_xmin(${seen})`,
        sql`NOT pg_visible_in_snapshot(${addedIn}, ${seen})`,
        // A copied database may hold numbers that its own transactions have not reached yet.
        sql`pg_visible_in_snapshot(${addedIn}, pg_current_snapshot())`,
        eventConditions(filter, now),
      ),
    );
  return row?.added ?? 0;
}
