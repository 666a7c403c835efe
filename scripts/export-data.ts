import { once } from "node:events";
import { createWriteStream, existsSync, rmSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { constants } from "node:os";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";
import { systemClock } from "../lib/server/clock";
import type { OpenDatabase } from "../lib/server/db/database";
import { errorMessage } from "../lib/server/describe-error";
import { exportData } from "../lib/server/transfer/export-data";
import type { RowCounts } from "../lib/server/transfer/transfer-file";
import { openInstallation } from "./open-installation";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Writes everything into a file that appears only when it is complete. */
async function run(file: string): Promise<void> {
  // Renaming would put the file in the place of whatever else stands there.
  if (existsSync(file) && !statSync(file).isFile()) throw new Error(`${file} is no file. Name one.`);
  const database = await openInstallation(root, { mayBeNew: false });
  const unfinished = `${file}.unfinished`;
  removeOnSignal(unfinished);
  try {
    const counts = await writeFile(unfinished, database);
    await rename(unfinished, file);
    const { events = 0, activity = 0 } = counts;
    console.log(
      `${file}: ${events} events, ${activity} entries of the activity, and all that belongs to them.`,
    );
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await database.close();
  }
}

/** Whoever interrupts the command is not left with a file that holds hashes of passwords and is of no use. */
function removeOnSignal(unfinished: string): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      if (existsSync(unfinished)) {
        rmSync(unfinished);
        console.error("Interrupted: no file was written.");
      }
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/** @throws Error of the file system, naming the file. */
async function writeFile(unfinished: string, database: OpenDatabase): Promise<RowCounts> {
  const gzip = createGzip();
  // It holds what people wrote, and hashes of passwords: a file that stands there already may be open to others.
  await rm(unfinished, { force: true });
  const written = pipeline(gzip, createWriteStream(unfinished, { flags: "wx", mode: 0o600 }));
  // A failure comes up at the next lines, which are not taken then; it is thrown once.
  let failure: unknown = null;
  written.catch((error: unknown) => {
    failure = error;
  });
  const counts = await exportData(database.orm, systemClock, async (lines) => {
    if (failure === null && !gzip.write(lines)) await once(gzip, "drain").catch(() => {});
    if (failure !== null) throw failure;
  });
  gzip.end();
  await written;
  return counts;
}

const [, , , file] = process.argv;
if (file === undefined) {
  console.error("Name the file: npm run export-data -- watchfloor.ndjson.gz");
  process.exitCode = 1;
} else {
  await run(file).catch((error: unknown) => {
    console.error(errorMessage(error));
    process.exitCode = 1;
  });
}
