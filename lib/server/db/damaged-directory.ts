import { SetupError } from "@/lib/server/config/setup-error";
import { dataDirectoryMistake } from "@/lib/server/data-directory";
import { describeError } from "@/lib/server/describe-error";

/** What PostgreSQL says of files that are missing, cut or changed. */
const DAMAGED = /^(XX00[12]|58P01|58030)$/;
/** What is left of it where PostgreSQL gives up before it can say anything. */
const GAVE_UP = /^Aborted\(|^PGlite failed to initialize properly/;

/** The embedded database's files cannot be used. */
export function damagedDirectory(directory: string, cause?: unknown): SetupError {
  return new SetupError(
    `WATCHFLOOR_DATA_DIR: the embedded database in ${directory} cannot be opened: its files are damaged or incomplete, or the server's user may not read and write all of them. Put a backup in its place, or move it away to begin anew; events are then read again from the clouds.`,
    { cause },
  );
}

/** Why an embedded database could not be opened, as a mistake of set-up where it is one; else the error as it is. */
export function pgliteMistake(error: unknown, directory: string): unknown {
  const { code, message = "" } = describeError(error);
  if (DAMAGED.test(String(code)) || GAVE_UP.test(message)) return damagedDirectory(directory, error);
  return dataDirectoryMistake(error, directory);
}
