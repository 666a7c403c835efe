import { type SQL, sql } from "drizzle-orm";
import { openDatabase } from "@/lib/server/db/client";
import type { Database, OpenDatabase } from "@/lib/server/db/database";
import { createLogger } from "@/lib/server/log";
import { seed } from "./seed";
import { startSeededServer } from "./seeded-postgres";

type Statement = { readonly text: string; readonly parameters: readonly unknown[] };

export type BenchDatabase = {
  readonly db: Database;
  /** The statements that the work runs. */
  record(work: () => Promise<unknown>): Promise<Statement[]>;
  close(): Promise<void>;
};

/** A database of so many events: in memory (PGlite), or on a PostgreSQL server that is started for it. */
export async function openBenchDatabase(engine: OpenDatabase["kind"], size: number): Promise<BenchDatabase> {
  const server = engine === "postgres" ? await startSeededServer() : null;
  let recorded: Statement[] | null = null;
  const database = await openDatabase({
    url: server === null ? null : await server.database(size),
    dataDir: null,
    logger: createLogger("fatal"),
    onStatement: (text, parameters) => recorded?.push({ text, parameters }),
  });
  if (server === null) await seed(database.orm, size);
  return {
    db: database.orm,
    async record(work) {
      const statements: Statement[] = [];
      recorded = statements;
      await work();
      recorded = null;
      return statements;
    },
    async close() {
      await database.close();
      await server?.stop();
    },
  };
}

/** Runs recorded statements again as they are: without building them, and without reading their rows. */
export async function runDirectly(db: Database, statements: readonly Statement[]): Promise<void> {
  await Promise.all(statements.map((statement) => db.execute(rebuild(statement))));
}

/** The plan of a statement, as text. */
export async function explain(db: Database, statement: Statement): Promise<string> {
  const { rows } = await db.execute<Record<string, string>>(
    sql`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${rebuild(statement)}`,
  );
  return rows.flatMap((row) => Object.values(row)).join("\n");
}

function rebuild({ text, parameters }: Statement): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(parameters[Number(part) - 1])}`,
    ),
  );
}
