import { Client } from "pg";
import { expect } from "./workbench";

/** An event whose row nobody else can change until it is let go. */
export type HeldEvent = {
  /**
   * Lets it go as soon as the order to a bulk change stands in line behind the part that waits for the row, or has its
   * answer because no part had begun.
   */
  letGoBefore(order: Promise<unknown>): Promise<void>;
};

const ORDERS_IN_LINE = `SELECT count(*)::int AS waiting FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%from "jobs"%for update%'`;

/**
 * Locks the row of an event, as another process at work on it would: a bulk change that comes to it waits, however
 * fast the server is.
 * @param databaseUrl the PostgreSQL database of the product.
 */
export async function holdEvent(databaseUrl: string, eventId: string): Promise<HeldEvent> {
  const holder = new Client({ connectionString: databaseUrl });
  const watcher = new Client({ connectionString: databaseUrl });
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query("BEGIN");
  const { rowCount } = await holder.query("SELECT 1 FROM events WHERE id = $1 FOR UPDATE", [eventId]);
  expect(rowCount).toBe(1);
  return {
    async letGoBefore(order) {
      let answered = false;
      const inLine = async () =>
        (await watcher.query<{ waiting: number }>(ORDERS_IN_LINE)).rows[0]?.waiting === 1;
      try {
        order.then(
          () => {
            answered = true;
          },
          () => {},
        );
        await expect.poll(async () => answered || (await inLine())).toBe(true);
      } finally {
        await Promise.all([holder.end(), watcher.end()]);
      }
    },
  };
}
