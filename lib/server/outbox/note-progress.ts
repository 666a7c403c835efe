import { CloudError } from "@/lib/server/clouds/cloud-error";
import { findOperation } from "@/lib/server/clouds/operations";
import { advanceWrites, type DueWrite } from "@/lib/server/db/queries/outbox";
import type { ConnectedCloud } from "@/lib/server/deps";
import { backoff } from "@/lib/server/sync/backoff";
import type { Judgement } from "./judge-write";
import type { OutboxOptions } from "./outbox";
import { callFailure } from "./write-failure";

/** A cloud that cannot be reached for so long costs the change: somebody has to look. Milliseconds. */
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

/**
 * Whether it has gone on for so long that waiting is over. It counts from the first failure: what is older may have waited
 * for somebody to work on it.
 */
export const isGivenUp = ({ failingSince }: DueWrite["change"], now: number): boolean =>
  failingSince !== null && now - failingSince.getTime() > GIVE_UP_AFTER_MS;

type Options = Pick<OutboxOptions, "clock" | "database" | "random">;

/** What no cloud answered is a mistake of ours: the change names it, the log has all of it. */
export function logOwnError(log: OutboxOptions["log"], error: unknown, connection: string): void {
  if (error instanceof CloudError) return;
  log.error({ err: error, connection }, "A status change met an error of our own; the others go on");
}

/** The cloud does not show the change yet. */
export async function noteLook(
  { clock, database }: Options,
  { change }: DueWrite,
  inMs: number,
): Promise<void> {
  const dueAt = new Date(clock().getTime() + inMs);
  const progress = { looks: change.looks + 1, failures: 0, failingSince: null, dueAt };
  await advanceWrites(database, [change.id], change.writeState, progress);
}

/** Why a write ends without having been read back: one that was sent may have taken effect all the same. */
export function sentBefore({ change }: Pick<DueWrite, "change">, reason: string): string {
  return change.sends > 0
    ? `The change was sent, but whether it took effect could not be read back. ${reason}`
    : reason;
}

/**
 * Notes a failed call and when to go on.
 * @returns the end of the write where going on is of no use; null otherwise.
 */
export async function noteFailure(
  options: Options,
  cloud: ConnectedCloud,
  { change }: DueWrite,
  error: unknown,
  call: "read" | "write",
): Promise<Extract<Judgement, { kind: "failed" }> | null> {
  const { clock, database, random } = options;
  const operation = error instanceof CloudError ? error.facts.operation : "";
  const permission = findOperation(cloud.config.product, operation)?.permission ?? null;
  const failure = callFailure(error, call === "write", permission);
  const now = clock().getTime();
  const givenUp = failure.kind === "retry" && isGivenUp(change, now);
  if (failure.kind === "refused" || givenUp) {
    const message = failure.kind === "retry" ? failure.lastMessage : failure.message;
    return { kind: "failed", message: call === "read" ? sentBefore({ change }, message) : message };
  }
  const failures = change.failures + 1;
  const pause =
    failure.kind === "ambiguous"
      ? 0
      : backoff(failures, random, failure.kind === "retry" ? failure.hintMs : null);
  const unsent = call === "write" && failure.kind === "retry";
  await advanceWrites(database, [change.id], call === "write" ? "sent" : change.writeState, {
    failures,
    failingSince: change.failingSince ?? new Date(now),
    dueAt: new Date(now + pause),
    message: failure.message,
    ...(unsent ? { writeState: "queued", sends: change.sends } : {}),
  });
  return null;
}
