import type { Database } from "@/lib/server/db/database";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import type { SeededEvent } from "./event-factory";

/** Writes events of several connections, as a sync would. */
export async function writeSeeded(
  db: Database,
  seeded: readonly SeededEvent[],
  syncedAt: Date,
): Promise<void> {
  for (const connection of new Set(seeded.map((one) => one.connection))) {
    const events = seeded.filter((one) => one.connection === connection).map((one) => one.event);
    await writeEvents(db, { connection, events, syncedAt });
  }
}
