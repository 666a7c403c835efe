import { eq, sql } from "drizzle-orm";
import type { Database } from "../database";
import { callLines } from "../schema/call-lines";

/**
 * Changes what is kept under a key, while nobody else can.
 * @param change is given what is kept, null when it is the first, and the server's clock in Unix milliseconds: it is
 *   the same for every process.
 */
export async function changeCallLine<Result>(
  db: Database,
  key: string,
  change: (line: unknown, now: number) => { readonly line: unknown; readonly result: Result },
): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.insert(callLines).values({ key, line: null }).onConflictDoNothing();
    const [row] = await tx.select().from(callLines).where(eq(callLines.key, key)).for("update");
    // Asked for once the row is ours: waiting for it may have taken a while.
    const clock = await tx.execute<{ now: number }>(
      sql`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`,
    );
    const { line, result } = change(row?.line ?? null, Number(clock.rows[0]?.now));
    await tx.update(callLines).set({ line }).where(eq(callLines.key, key));
    return result;
  });
}
