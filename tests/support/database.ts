import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, inject } from "vitest";
import { openDatabase } from "@/lib/server/db/client";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { pgliteTemplate } from "./pglite-template";
import { createDatabase } from "./postgres-server";

/** Both databases that Watchfloor runs on; tests of queries run on each. */
export const ENGINES = ["pglite", "postgres"] as const satisfies readonly OpenDatabase["kind"][];

/** The URL of a new, empty database on the run's server; empty for the embedded one, as in the environment. */
export async function newDatabaseUrl(engine: OpenDatabase["kind"]): Promise<string> {
  return engine === "pglite" ? "" : createDatabase(inject("postgresUrl"));
}

/** A new, empty, migrated database: PGlite in memory, or one on the run's PostgreSQL server. */
export async function openTestDatabase(engine: OpenDatabase["kind"]): Promise<OpenDatabase> {
  const logger = createLogger("fatal");
  return engine === "pglite"
    ? openDatabase({ url: null, dataDir: null, template: await pgliteTemplate(), logger })
    : openDatabase({ url: await newDatabaseUrl(engine), dataDir: null, logger });
}

/** Runs the same tests on both databases; each test starts without events. */
export function describeOnEachDatabase(tests: (database: () => Database) => void): void {
  describe.each(ENGINES)("on %s", (engine) => {
    let open: OpenDatabase | null = null;
    const database = () => {
      if (open === null) throw new Error("Use the database inside a test.");
      return open.orm;
    };
    beforeAll(async () => {
      open = await openTestDatabase(engine);
    });
    beforeEach(() => removeEvents(database()));
    afterAll(() => open?.close());
    tests(database);
  });
}

export async function removeEvents(db: Database): Promise<void> {
  await db.execute(sql`TRUNCATE events, attackers, targets, quarantined_records CASCADE`);
}
