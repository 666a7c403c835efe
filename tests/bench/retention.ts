import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { removeEventsBefore, removeUnusedNames } from "@/lib/server/db/queries/remove-events";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { mappedEvent } from "@/tests/support/event-factory";
import { openBenchDatabase } from "./bench-database";
import { stopwatch } from "./measure";
import { BENCH_NOW } from "./views";

// How long retention locks others out: removes the older half of the events in batches, while a sync writes.
const { values } = parseArgs({ options: { size: { type: "string", default: "100000" } } });
const size = Number(values.size);
const BATCH = 500;
const { db, close } = await openBenchDatabase("postgres", size);
const { rows } = await db.execute<{ middle: string }>(
  sql`SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY last_seen_at) AS middle FROM events`,
);
const before = new Date(rows[0]?.middle ?? 0);

const batches: number[] = [];
const writes: number[] = [];
let removing = true;
const removal = (async () => {
  for (let removed = BATCH; removed >= BATCH; ) {
    batches.push(
      await stopwatch(async () => {
        removed = await removeEventsBefore(db, before, BATCH);
      }),
    );
  }
  removing = false;
})();
for (let index = 0; removing; index += 1) {
  const events = [mappedEvent({ upstreamKey: `bench-${index}`, lastSeenAt: BENCH_NOW.toISOString() })];
  writes.push(await stopwatch(() => writeEvents(db, { connection: "bench", events, syncedAt: BENCH_NOW })));
}
await removal;
const names = await stopwatch(() => removeUnusedNames(db, BATCH));
const at = (list: readonly number[], part: number) =>
  Math.round(list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * part)] ?? 0);
console.log(`removed the older half of ${size} events in ${batches.length} transactions of ${BATCH}`);
for (const [what, list] of Object.entries({ "one removal": batches, "a sync's write beside it": writes })) {
  console.log(`${what}: p50 ${at(list, 0.5)} ms, p95 ${at(list, 0.95)} ms, longest ${at(list, 1)} ms`);
}
console.log(`unused attackers and targets: ${Math.round(names)} ms`);
await close();
