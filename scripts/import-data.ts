import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../lib/server/clock";
import { errorMessage } from "../lib/server/describe-error";
import { importData } from "../lib/server/transfer/import-data";
import { readLines } from "../lib/server/transfer/read-lines";
import { openInstallation } from "./open-installation";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Takes a file of `npm run export-data` over into an empty database. */
async function run(file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const database = await openInstallation(root, { mayBeNew: true });
  try {
    const { events = 0, activity = 0 } = await importData(database.orm, systemClock, readLines(file));
    console.log(`Taken over: ${events} events; ${activity} entries of the activity, whose chain is whole.`);
  } finally {
    await database.close();
  }
}

const [, , , file] = process.argv;
if (file === undefined) {
  console.error("Name the file: npm run import-data -- watchfloor.ndjson.gz");
  process.exitCode = 1;
} else {
  await run(file).catch((error: unknown) => {
    console.error(errorMessage(error));
    process.exitCode = 1;
  });
}
