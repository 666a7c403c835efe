import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { SetupError } from "@/lib/server/config/setup-error";
import { describeError, errorMessage } from "@/lib/server/describe-error";

/** What the system says where a directory cannot be made, or nothing can be kept in it. */
const REFUSALS = /^(EACCES|EEXIST|EINVAL|ELOOP|ENAMETOOLONG|ENOENT|ENOTDIR|EPERM|EROFS)$/;

/**
 * Makes the data directory, and what leads to it, where it is missing.
 * @throws SetupError where that cannot be done, or nothing can be written there.
 */
export async function makeDataDirectory(directory: string): Promise<void> {
  try {
    await makeDirectory(directory);
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw dataDirectoryMistake(error, directory);
  }
}

/** The error as a mistake of set-up, where the system refuses what is done in the data directory; else as it is. */
export function dataDirectoryMistake(error: unknown, directory: string): unknown {
  if (!REFUSALS.test(String(describeError(error).code)) || !concerns(error, directory)) return error;
  return new SetupError(
    `WATCHFLOOR_DATA_DIR: nothing can be kept in ${directory} (${errorMessage(error)}). Make it a directory that the server's user may write to, or name another directory.`,
    { cause: error },
  );
}

/** Whether it is about something in the directory, beside it or on the way to it. */
function concerns(error: unknown, directory: string): boolean {
  if (!(error instanceof Error && "path" in error && typeof error.path === "string")) return false;
  const [path, whole] = [resolve(error.path), resolve(directory)];
  return path.startsWith(whole) || whole.startsWith(path);
}

/** Step by step: Node's own recursive way never ends where a file system refuses as if the parent were missing (/proc). */
async function makeDirectory(path: string): Promise<void> {
  if (await isDirectory(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeDirectory(parent);
  await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
    // Somebody else was faster.
    if (!(await isDirectory(path))) throw error;
  });
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (describeError(error).code === "ENOENT") return false;
    throw error;
  }
}
