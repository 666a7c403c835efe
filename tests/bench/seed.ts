import { sql } from "drizzle-orm";
import type { Database } from "@/lib/server/db/database";
import { eventFactory } from "@/tests/support/event-factory";
import { writeSeeded } from "@/tests/support/write-seeded";
import { stopwatch } from "./measure";
import { BENCH_NOW } from "./views";

const BATCH = 5_000;

/**
 * Fills an empty database by the way that a sync takes.
 * @param now the present of the events.
 * @returns rows written per second.
 */
export async function seed(db: Database, size: number, now = BENCH_NOW): Promise<number> {
  const factory = eventFactory(1, { now });
  let ms = 0;
  for (let left = size; left > 0; left -= BATCH) {
    const batch = factory.many(Math.min(BATCH, left));
    ms += await stopwatch(() => writeSeeded(db, batch, now));
  }
  await db.execute(sql`VACUUM (ANALYZE)`);
  return Math.round((size / ms) * 1000);
}
