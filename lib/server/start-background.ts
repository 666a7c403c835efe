import { type Sleep, systemSleep } from "./clouds/sleep";
import type { Deps } from "./deps";
import { Outbox } from "./outbox/outbox";
import { runRetention } from "./retention/run-retention";
import { settleRegularly } from "./settle-regularly";
import { type Sync, startSync } from "./sync/start-sync";
import { runJobs } from "./triage/run-jobs";

export type BackgroundTiming = {
  readonly sleep?: Sleep;
  /** A number from 0 to 1. */
  readonly random?: () => number;
};

/** Starts what happens without a request: reading the clouds, and what only the leading process does beside. */
export function startBackground(deps: Deps, timing: BackgroundTiming = {}): Sync {
  const { sleep = systemSleep, random = Math.random } = timing;
  const outbox = new Outbox({ ...deps, sleep, random });
  return startSync({
    ...deps,
    sleep,
    random,
    whileLeading: [
      (signal) => outbox.run(signal),
      (signal) => runJobs(deps, sleep, signal),
      (signal) => runRetention(deps, sleep, signal),
      (signal) => settleRegularly(deps, sleep, signal),
    ],
  });
}
