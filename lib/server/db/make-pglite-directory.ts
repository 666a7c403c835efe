import { constants } from "node:fs";
import { access, readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { damagedDirectory } from "./damaged-directory";

/** What a database's folder begins with, beside its version: any of it without that is part of a database. */
const PART_OF_DATABASE = /^(base|global|pg_.*|postgresql\..*)$/;

/**
 * Fills an empty directory with a new embedded database. It is made beside its place and put there whole: a
 * process that dies meanwhile would leave files that no later one can open.
 * @param directory exists, and is locked by the caller; one with files in it is left alone.
 * @throws SetupError for a database that PGlite would take for none, and make a new one in its place.
 * @throws Error of the file system for one with a file that this process may not read and write.
 */
export async function makePgliteDirectory(
  directory: string,
  options: Parameters<typeof PGlite.create>[1],
): Promise<void> {
  const files = await readdir(directory);
  if (!files.includes("PG_VERSION") && files.some((file) => PART_OF_DATABASE.test(file))) {
    throw damagedDirectory(directory);
  }
  if (files.length > 0) return requireAccess(directory);
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const client = await PGlite.create(unfinished, options);
  await client.close();
  await rmdir(directory);
  await rename(unfinished, directory);
}

/**
 * Files that a start as another user (root, once) has left would be found out by the first query that needs one of them,
 * long after the start.
 */
async function requireAccess(directory: string): Promise<void> {
  const inside = await readdir(directory, { recursive: true });
  await Promise.all(inside.map((file) => access(join(directory, file), constants.R_OK | constants.W_OK)));
}
