import { Pool, type PoolClient } from "pg";
import { aborted } from "@/lib/server/aborted";
import type { Database } from "./database";
import { watchForSilence } from "./silent-connections";

/** Any fixed number that nothing else locks: what the processes of one installation compete for. */
const LEAD_LOCK = 7_305_005;

/** How often a leader shows that it is alive; milliseconds. */
const BEAT_MS = 1_500;
/** A leader that has not shown it for so long has lost the lead, and knows it by its own clock. */
const SILENCE_MS = 8_000;

/** The right to be the only process that syncs. */
export type SyncLead = {
  /** Fires when the right is lost: the connection that held it broke, or this process or its network stood still. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
};

/**
 * Tries to become the one process that syncs: an advisory lock, held by a connection of its own, so that it
 * ends with the process whatever happens. A leader whose connection stays open although it is silent (the process
 * was stopped, a network is cut) is put out of the lead. The embedded database has one process only, which always
 * leads.
 * @returns `null` while another process leads.
 */
export async function takeSyncLead(db: Database): Promise<SyncLead | null> {
  const pool = "$client" in db && db.$client instanceof Pool ? db.$client : null;
  if (!pool) return { lost: new AbortController().signal, release: async () => {} };
  const client = await pool.connect();
  try {
    if (await tryLock(client)) return leadOf(client);
    await endSilentLead(client);
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return null;
}

/** Never on a server that takes no changes: a lock there says nothing about the one that has taken over from it. */
async function tryLock(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT CASE current_setting('transaction_read_only') WHEN 'off' THEN pg_try_advisory_lock($1) END AS taken`,
    [LEAD_LOCK],
  );
  return rows[0]?.taken === true;
}

/**
 * Ends all sessions of the process that leads, if it has not asked anything on the leading one for too long by the
 * server's clock: whatever it was about to write is rolled back, and its locks are free.
 */
async function endSilentLead(client: PoolClient): Promise<void> {
  await client.query(
    `SELECT pg_terminate_backend(own.pid) FROM pg_locks JOIN pg_stat_activity AS leader USING (pid)
      JOIN pg_stat_activity AS own USING (datname, application_name)
      WHERE locktype = 'advisory' AND classid = 0 AND objid = $1 AND granted AND datname = current_database()
        AND leader.state_change < clock_timestamp() - $2 * interval '1 millisecond'`,
    [LEAD_LOCK, SILENCE_MS],
  );
}

function leadOf(client: PoolClient): SyncLead {
  const broken = new AbortController();
  const onBreak = () => broken.abort();
  client.on("error", onBreak);
  client.on("end", onBreak);
  const stopBeating = watchForSilence(client, { everyMs: BEAT_MS, silenceMs: SILENCE_MS }, onBreak);
  return {
    lost: broken.signal,
    async release() {
      // Free at once for the next; the end of the session would free it as well, a little later.
      if (!broken.signal.aborted) await Promise.race([unlock(client), aborted(broken.signal)]);
      stopBeating();
      client.off("end", onBreak);
      // Ends the session, and the lock with it.
      client.release(true);
      client.off("error", onBreak);
    },
  };
}

async function unlock(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_unlock($1)", [LEAD_LOCK]).catch(() => {});
}
