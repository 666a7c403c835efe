import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import type { Logger } from "pino";
import { lock } from "proper-lockfile";
import { z } from "zod";

/** Another process has the embedded database open. */
export class DatabaseInUseError extends Error {
  override readonly name = "DatabaseInUseError";
}

const ownerSchema = z.object({ pid: z.int(), host: z.string(), since: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/** A lock that was not refreshed for so long belongs to nobody; the library refreshes it at half the time. */
const STALE_MS = 10_000;

/**
 * Locks a data directory against a second process: two of them on the same files destroy the database.
 *
 * The lock is a directory beside it, whose time is refreshed while its owner lives: that is right on network
 * file systems and across containers, but a killed owner is noticed only after ten seconds. So the owner's
 * process id is kept as well: where it is of this machine and gone, the lock is taken over at once.
 * @returns what frees the directory.
 * @throws DatabaseInUseError
 */
export async function lockDirectory(directory: string, logger: Logger): Promise<() => Promise<void>> {
  const ownerPath = `${directory}.owner.json`;
  const acquire = () =>
    lock(directory, {
      stale: STALE_MS,
      onCompromised: (error) => {
        // Somebody else may write the same files by now: the one safe thing is to stop at once.
        logger.fatal({ err: error, directory }, "The lock of the data directory was lost; stopping");
        process.exit(1);
      },
    });
  const release = await acquire().catch(async (error: unknown) => {
    if (!isLocked(error)) throw error;
    const owner = await readOwner(ownerPath);
    if (owner === null || !isGone(owner)) throw inUse(directory, owner);
    logger.warn({ directory, pid: owner.pid }, "Taking over the data directory of a process that has died");
    await rm(`${directory}.lock`, { recursive: true, force: true });
    return acquire().catch((second: unknown) => {
      throw isLocked(second) ? inUse(directory, null) : second;
    });
  });
  const owner: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  await writeFile(ownerPath, JSON.stringify(owner));
  return async () => {
    await rm(ownerPath, { force: true });
    await release();
  };
}

const isLocked = (error: unknown) => error instanceof Error && "code" in error && error.code === "ELOCKED";

async function readOwner(path: string): Promise<Owner | null> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** Whether the owner has certainly died. Our own id means a container that was started anew. */
function isGone(owner: Owner): boolean {
  if (owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function inUse(directory: string, owner: Owner | null): DatabaseInUseError {
  const who =
    owner === null ? "another process" : `process ${owner.pid} on ${owner.host} (since ${owner.since})`;
  return new DatabaseInUseError(
    `The data directory ${directory} is in use by ${who}. Stop that process, give this one a directory of its own (WATCHFLOOR_DATA_DIR), or let several processes share a PostgreSQL server (DATABASE_URL). If no other process runs, try again in ${STALE_MS / 1000} seconds.`,
  );
}
