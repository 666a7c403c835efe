import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The file of an embedded database that is empty and migrated; one per run. */
    pgliteTemplate: string;
  }
}

/** Making an embedded database takes seconds, copying one a fraction: it is made once per run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "watchfloor-pglite-"));
  const file = join(directory, "template.tar");
  const client = await PGlite.create("memory://", { extensions: { pg_trgm } });
  await migrate(drizzle(client), { migrationsFolder: "lib/server/db/migrations" });
  const dump = await client.dumpDataDir("none");
  await writeFile(file, new Uint8Array(await dump.arrayBuffer()));
  await client.close();
  project.provide("pgliteTemplate", file);
  return () => rm(directory, { recursive: true, force: true });
}
