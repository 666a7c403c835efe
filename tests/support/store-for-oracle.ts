import type { SecurityEvent } from "@/lib/events/event";
import { DEFAULT_SORT, EMPTY_FILTER, type EventFilter, type Sort } from "@/lib/events/query";
import type { Database } from "@/lib/server/db/database";
import { listEvents } from "@/lib/server/db/queries/list-events";
import { removeEvents } from "./database";
import type { SeededEvent } from "./event-factory";
import { EventOracle } from "./event-oracle";
import { writeSeeded } from "./write-seeded";

/** All pages of a list, one after the other. */
export async function walkList(db: Database, filter: EventFilter, sort: Sort, limit: number, now: Date) {
  const items: SecurityEvent[] = [];
  const totals = new Set<number>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listEvents>> = await listEvents(
      db,
      { filter, sort, limit, cursor },
      now,
    );
    items.push(...page.items);
    totals.add(page.total);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items, totals: [...totals] };
}

/** Stores the events alone, and gives them to an oracle as the database holds them. */
export async function storeForOracle(
  db: Database,
  seeded: readonly SeededEvent[],
  now: Date,
): Promise<EventOracle> {
  await removeEvents(db);
  await writeSeeded(db, seeded, now);
  const { items } = await walkList(db, EMPTY_FILTER, DEFAULT_SORT, 200, now);
  return new EventOracle(items, now);
}
