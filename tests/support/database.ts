import { inject } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { writeEvents } from "@/lib/server/db/queries/write-events";
import { createLogger } from "@/lib/server/log";
import type { SeededEvent } from "./event-factory";
import { createDatabase } from "./postgres-server";

/** Both databases that Watchfloor runs on; tests of queries run on each. */
export const ENGINES = ["pglite", "postgres"] as const satisfies readonly OpenDatabase["kind"][];

/** A new, empty, migrated database: PGlite in memory, or one on the run's PostgreSQL server. */
export async function openTestDatabase(engine: OpenDatabase["kind"]): Promise<OpenDatabase> {
  const url = engine === "pglite" ? null : await createDatabase(inject("postgresUrl"));
  return openDatabase({ url, dataDir: null, logger: createLogger("fatal") });
}

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
