import { join } from "node:path";
import type { Logger } from "pino";
import type { OpenDatabase } from "./database";
import { openPglite } from "./open-pglite";
import { openPostgres } from "./open-postgres";

/** @param parameters are what stands for $1, $2 ... in the text. */
export type StatementListener = (text: string, parameters: unknown[]) => void;

export type DatabaseOptions = {
  /** `DATABASE_URL`; `null` for the embedded database. */
  readonly url: string | null;
  /** Where the embedded database keeps its files; `null` keeps it in memory (tests). */
  readonly dataDir: string | null;
  /** A dump of an embedded database to begin from, in place of an empty one: tests save its making. */
  readonly template?: Blob;
  readonly logger: Logger;
  /**
   * The folder of the migrations. By default below the working directory, which is the repository's root in
   * development and the root of Next's standalone output in production (see `outputFileTracingIncludes`).
   */
  readonly migrationsFolder?: string;
  /** false where a new, empty database would look like an answer: it is refused then. */
  readonly mayBeNew?: boolean;
  /** How long a statement of a server may take before it is given up; a minute by default. */
  readonly statementLimitMs?: number;
  /** Told every statement that is run: for the benchmark and for looking at plans. */
  readonly onStatement?: StatementListener;
};

/** Where an installation's embedded database is. */
export const pgliteDirectory = (dataDir: string): string => join(dataDir, "pglite");

/**
 * Opens the database and brings its schema up to date.
 * Call it when the first request or the scheduler needs it, never while `next build` evaluates modules.
 * @throws DatabaseInUseError when another process has the embedded database open.
 * @throws ForeignDatabaseError when another version has made the schema, or nobody where it must not be new.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const migrationsFolder =
    options.migrationsFolder ?? join(process.cwd(), "lib", "server", "db", "migrations");
  const { url, dataDir, logger, template = null, mayBeNew = true, statementLimitMs } = options;
  const statements = { logQuery: options.onStatement ?? (() => {}) };
  const shared = { logger, migrationsFolder, mayBeNew, statements };
  return url === null
    ? openPglite({ directory: dataDir === null ? null : pgliteDirectory(dataDir), template, ...shared })
    : openPostgres({ url, ...shared, ...(statementLimitMs === undefined ? {} : { statementLimitMs }) });
}
