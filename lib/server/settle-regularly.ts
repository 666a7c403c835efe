import type { Sleep } from "./clouds/sleep";
import { settleCounts } from "./db/queries/settle-counts";
import type { Deps } from "./deps";

/** Milliseconds. A sync settles what it writes itself; this is for what people change. */
const EVERY_MS = 30_000;

/** Sums up what was counted, until the signal fires. Never throws. */
export async function settleRegularly(
  { database, log }: Pick<Deps, "database" | "log">,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await settleCounts(database).catch((error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, "What was counted could not be summed up");
    });
    await sleep(EVERY_MS, signal).catch(() => {});
  }
}
