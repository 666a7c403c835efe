import { readdir, rename, rm, rmdir } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { damagedDirectory } from "./damaged-directory";

/** What a database's folder begins with, beside its version: any of it without that is part of a database. */
const PART_OF_DATABASE = /^(base|global|pg_.*|postgresql\..*)$/;

/**
 * Fills an empty directory with a new embedded database. It is made beside its place and put there whole: a
 * process that dies meanwhile would leave files that no later one can open.
 * @param directory exists, and is locked by the caller; one with files in it is left alone.
 * @throws SetupError for a database that PGlite would take for none, and make a new one in its place.
 */
export async function makePgliteDirectory(
  directory: string,
  options: Parameters<typeof PGlite.create>[1],
): Promise<void> {
  const files = await readdir(directory);
  if (!files.includes("PG_VERSION") && files.some((file) => PART_OF_DATABASE.test(file))) {
    throw damagedDirectory(directory);
  }
  if (files.length > 0) return;
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const client = await PGlite.create(unfinished, options);
  await client.close();
  await rmdir(directory);
  await rename(unfinished, directory);
}
