import { createReadStream, existsSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { systemClock } from "../lib/server/clock";
import { importData } from "../lib/server/transfer/import-data";
import { openInstallation } from "./open-installation";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Takes a file of `npm run export-data` over into an empty database. */
async function run(file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const database = await openInstallation(root);
  try {
    const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
    const { events = 0, activity = 0 } = await importData(database.orm, systemClock, lines);
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
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
