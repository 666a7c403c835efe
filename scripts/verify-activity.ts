import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { verifyActivity } from "../lib/server/activity/verify";
import { systemClock } from "../lib/server/clock";
import { DatabaseInUseError } from "../lib/server/db/directory-lock";
import { errorMessage } from "../lib/server/describe-error";
import { openInstallation } from "./open-installation";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Proves the record of activities. @returns the exit code: 0 when it is whole. */
async function verify(): Promise<number> {
  const database = await openInstallation(root, { mayBeNew: false });
  try {
    const { entries, broken } = await verifyActivity(database.orm, systemClock);
    if (broken === null) {
      console.log(`The record of activities is whole: ${entries} entries.`);
      return 0;
    }
    const which = broken.id === null ? "" : ` at entry ${broken.id}${broken.at ? ` of ${broken.at}` : ""}`;
    console.error(`The record of activities is broken${which}. ${broken.reason}`);
    return 1;
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = await verify();
} catch (error) {
  const hint =
    error instanceof DatabaseInUseError
      ? " While Watchfloor runs, its activity page and GET /api/activity/verification prove the same."
      : "";
  console.error(`${errorMessage(error)}${hint}`);
  process.exitCode = 1;
}
