import { FIRST_USERNAME } from "@/lib/server/auth/create-first-account";
import { findAccount } from "@/lib/server/db/queries/user-accounts";
import { getDeps } from "@/lib/server/deps";
import { startServer } from "@/lib/server/start-server";
import { EXPORT_LIMITS } from "@/lib/server/triage/export/export-slots";
import { unlimited } from "../stub-connections";
import { appOptionsSchema } from "./app-options";
import { scaledTime } from "./scaled-time";
import { serveApi } from "./serve-api";
import { sessionCookie } from "./session-cookie";

// The server as a process of its own: everything that `npm start` runs but Next. It serves the API's own route
// files over HTTP, and says where, with the cookie of a session of the administrator.
const options = appOptionsSchema.parse(JSON.parse(process.argv[2] ?? "{}"));
const time = options.time && scaledTime(options.time);

await startServer({
  ...time,
  ...(options.undoDelayMs === undefined ? {} : { undoDelayMs: options.undoDelayMs }),
  ...(options.statementLimitMs === undefined ? {} : { statementLimitMs: options.statementLimitMs }),
  ...(options.stopLimitMs === undefined ? {} : { stopLimitMs: options.stopLimitMs }),
  ...(options.exportIdleMs === undefined
    ? {}
    : { exportLimits: { ...EXPORT_LIMITS, idleMs: options.exportIdleMs } }),
  cloudClient: {
    ...(options.withoutBudgets ? { budgets: unlimited } : {}),
    ...(time ? { sleep: time.sleep } : {}),
    ...(options.personLimitMs === undefined
      ? {}
      : { overallMs: { person: options.personLimitMs, background: 120_000 } }),
  },
});
process.stdout.write(`listening ${await serveApi()} ${await adminCookie()}\n`);

/** Next's own sign-in page is not here: the session is made as signing in makes it. */
async function adminCookie(): Promise<string> {
  const { authSecret, database, sessions } = await getDeps();
  const account = await findAccount(database, FIRST_USERNAME);
  if (account === null) throw new Error("The first account is missing.");
  const id = await sessions.start(account, { address: "127.0.0.1", userAgent: null });
  return sessionCookie(id, authSecret.reveal());
}
