import { count } from "drizzle-orm";
import type { Database } from "../database";
import { events } from "../schema/events";
import type { SourceCount } from "./quarantine";

/** Events in the index, per source of each connection that has any. */
export function countEventsBySource(db: Database): Promise<SourceCount[]> {
  const { connection, source } = events;
  return db.select({ connection, source, count: count() }).from(events).groupBy(connection, source);
}
