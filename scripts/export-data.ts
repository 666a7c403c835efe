import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";
import { systemClock } from "../lib/server/clock";
import { exportData } from "../lib/server/transfer/export-data";
import { openInstallation } from "./open-installation";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Writes everything into a file that appears only when it is complete. */
async function run(file: string): Promise<void> {
  const database = await openInstallation(root);
  const unfinished = `${file}.unfinished`;
  try {
    const gzip = createGzip();
    // It holds what people wrote, and hashes of passwords.
    const written = pipeline(gzip, createWriteStream(unfinished, { mode: 0o600 }));
    const counts = await exportData(database.orm, systemClock, async (lines) => {
      if (!gzip.write(lines)) await once(gzip, "drain");
    });
    gzip.end();
    await written;
    await rename(unfinished, file);
    const { events = 0, activity = 0 } = counts;
    console.log(
      `${file}: ${events} events, ${activity} entries of the activity, and all that belongs to them.`,
    );
  } finally {
    await database.close();
  }
}

const [, , , file] = process.argv;
if (file === undefined) {
  console.error("Name the file: npm run export-data -- watchfloor.ndjson.gz");
  process.exitCode = 1;
} else {
  await run(file).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
