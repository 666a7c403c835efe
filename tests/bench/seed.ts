import { sql } from "drizzle-orm";
import type { Database } from "@/lib/server/db/database";
import { settleCounts } from "@/lib/server/db/queries/settle-counts";
import { eventFactory } from "@/tests/support/event-factory";
import { writeSeeded } from "@/tests/support/write-seeded";
import { stopwatch } from "./measure";
import { multiplyEvents } from "./multiply-events";
import { BENCH_NOW } from "./views";

const BATCH = 5_000;
/** So many events are written as a sync writes them; beyond that they are multiplied. */
const WRITTEN = 100_000;

/**
 * Fills an empty database: by the way that a sync takes, and beyond 100,000 events by copies of these.
 * @param now the present of the events.
 * @returns rows per second of what was written.
 * @throws RangeError for a size above 100,000 that is no multiple of it.
 */
export async function seed(db: Database, size: number, now = BENCH_NOW): Promise<number> {
  const written = Math.min(size, WRITTEN);
  if (size % written !== 0) throw new RangeError(`Sizes above ${WRITTEN} are multiples of it, not ${size}.`);
  const factory = eventFactory(1, { now });
  let ms = 0;
  for (let left = written; left > 0; left -= BATCH) {
    const batch = factory.many(Math.min(BATCH, left));
    ms += await stopwatch(() => writeSeeded(db, batch, now));
  }
  if (size > written) await multiplyEvents(db, size / written - 1, now);
  await settleCounts(db);
  await db.execute(sql`VACUUM (ANALYZE)`);
  return Math.round((written / ms) * 1000);
}
