import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import type { Logger as Statements } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Logger } from "pino";
import { makeDataDirectory } from "@/lib/server/data-directory";
import { pgliteMistake } from "./damaged-directory";
import type { OpenDatabase } from "./database";
import { lockDirectory } from "./directory-lock";
import { makePgliteDirectory } from "./make-pglite-directory";
import { checkMigrations } from "./migrate";
import * as schema from "./schema";
import { SESSION_SETTINGS } from "./session-settings";
import { startUpkeep } from "./upkeep";

/** Opens the embedded database: PostgreSQL in WebAssembly, inside this process. */
export async function openPglite(options: {
  readonly directory: string | null;
  readonly template: Blob | null;
  readonly logger: Logger;
  readonly migrationsFolder: string;
  readonly mayBeNew: boolean;
  readonly statements: Statements;
}): Promise<OpenDatabase> {
  const { directory, logger, migrationsFolder, mayBeNew, statements, template } = options;
  if (directory !== null) await makeDataDirectory(directory);
  const mistake = (error: unknown) => (directory === null ? error : pgliteMistake(error, directory));
  const unlock =
    directory === null
      ? async () => {}
      : await lockDirectory(directory, logger).catch((error: unknown) => {
          throw mistake(error);
        });
  try {
    const extensions = { pg_trgm };
    if (directory !== null) await makePgliteDirectory(directory, { extensions });
    const client = await PGlite.create(directory ?? "memory://", {
      extensions,
      ...(template === null ? {} : { loadDataDir: template }),
    });
    const orm = drizzle(client, { schema, logger: statements });
    await checkMigrations(orm, { migrationsFolder, place: directory ?? "in memory", mayBeNew });
    await migrate(orm, { migrationsFolder });
    await client.exec(SESSION_SETTINGS);
    const stopUpkeep = startUpkeep(orm, logger);
    let closing: Promise<void> | null = null;
    const close = () =>
      stopUpkeep()
        .then(() => client.close())
        .finally(unlock);
    return {
      kind: "pglite",
      orm,
      listen: (channel, { onNotice }) => client.listen(channel, onNotice),
      close: () => (closing ??= close()),
    };
  } catch (error) {
    await unlock();
    throw mistake(error);
  }
}
