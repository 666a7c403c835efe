import { appendActivity } from "@/lib/server/activity/append-activity";
import type { Sleep } from "@/lib/server/clouds/sleep";
import {
  removeEventsBefore,
  removeQuarantinedBefore,
  removeUnusedNames,
} from "@/lib/server/db/queries/remove-events";
import type { Deps } from "@/lib/server/deps";
import { retentionLimit } from "./retention-limit";

type RetentionDeps = Pick<Deps, "clock" | "database" | "log">;

/** Milliseconds. */
const EVERY_MS = 60 * 60_000;
/** Events, attackers or targets that one transaction removes: what others wait for is some 100 ms. */
const BATCH = 500;
/** Between two transactions: those who wait come first. Milliseconds. */
const PAUSE_MS = 50;

/** Removes what is older than the settings keep, every hour until the signal fires. Never throws. */
export async function runRetention(deps: RetentionDeps, sleep: Sleep, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await removeOutdated(deps, sleep, signal).catch((error: unknown) => {
      if (!signal.aborted) deps.log.error({ err: error }, "Old events could not be removed");
    });
    await sleep(EVERY_MS, signal).catch(() => {});
  }
}

/** Removes what is outdated now, in small transactions. @returns how many events were removed. */
export async function removeOutdated(
  { clock, database, log }: RetentionDeps,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<number> {
  const before = await retentionLimit(database, clock());
  if (before === null) return 0;
  // Records may be there where no event is: a cloud that nothing is understood of has only those.
  await removeQuarantinedBefore(database, before);
  const inBatches = async (remove: () => Promise<number>) => {
    let all = 0;
    for (let removed = BATCH; removed >= BATCH && !signal.aborted; ) {
      removed = await remove();
      all += removed;
      if (removed >= BATCH) await sleep(PAUSE_MS, signal).catch(() => {});
    }
    return all;
  };
  const count = await inBatches(() => removeEventsBefore(database, before, BATCH));
  if (count === 0) return 0;
  await appendActivity(database, {
    at: clock(),
    actor: { kind: "system" },
    action: "events.removed",
    subject: null,
    details: { count, lastSeenBefore: before.toISOString() },
    address: null,
  });
  log.info({ count, before }, "Removed events that are older than the settings keep");
  await inBatches(() => removeUnusedNames(database, BATCH));
  return count;
}
