import { Pool, type PoolClient } from "pg";
import type { Database } from "./database";

/** Any fixed number that nothing else locks: what the processes of one installation compete for. */
const LEAD_LOCK = 7_305_005;

/** The right to be the only process that syncs. */
export type SyncLead = {
  /** Fires when the right is lost, because the connection that held it broke. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
};

/**
 * Tries to become the one process that syncs: an advisory lock, held by a connection of its own, so that it
 * ends with the process whatever happens. The embedded database has one process only, which always leads.
 * @returns `null` while another process leads.
 */
export async function takeSyncLead(db: Database): Promise<SyncLead | null> {
  const pool = "$client" in db && db.$client instanceof Pool ? db.$client : null;
  if (!pool) return { lost: new AbortController().signal, release: async () => {} };
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [
      LEAD_LOCK,
    ]);
    if (rows[0]?.taken) return leadOf(client);
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return null;
}

function leadOf(client: PoolClient): SyncLead {
  const broken = new AbortController();
  const onBreak = () => broken.abort();
  client.on("error", onBreak);
  client.on("end", onBreak);
  return {
    lost: broken.signal,
    async release() {
      client.off("end", onBreak);
      // Ends the session, and the lock with it.
      client.release(true);
      client.off("error", onBreak);
    },
  };
}
