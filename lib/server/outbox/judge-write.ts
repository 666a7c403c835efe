import type { Status } from "@/lib/events/status";
import type { CloudOperationRecord } from "@/lib/server/sources/source";

/** What is known of one write to a cloud. */
export type WriteProgress = {
  /** When the change was made here. */
  readonly at: Date;
  readonly to: Status;
  /** The cloud's status when the change was made; null where it was not known. */
  readonly expected: Status | null;
  readonly cloudNote: string | null;
  readonly sends: number;
  /** Looks at the cloud since the last call, this one not included. */
  readonly looks: number;
  readonly sentAt: Date | null;
  /** The cloud has answered the last call. */
  readonly acknowledged: boolean;
};

/** What the cloud has: `status` null when it knows no such event. */
export type CloudView = {
  readonly status: Status | null;
  /** Newest first. */
  readonly operations: readonly CloudOperationRecord[];
};

export type Judgement =
  | { readonly kind: "send" }
  /** `replaced`: somebody changed it in the cloud just before, and our write has replaced that. */
  | {
      readonly kind: "verified";
      readonly message: string | null;
      readonly replaced: CloudOperationRecord | null;
    }
  | { readonly kind: "look-again"; readonly inMs: number }
  | { readonly kind: "overtaken"; readonly status: Status; readonly by: CloudOperationRecord | null }
  | { readonly kind: "failed"; readonly message: string };

/** Looks before a call that was answered counts as lost; the pauses between them double. */
export const LOOKS = 4;
const FIRST_PAUSE_MS = 1_000;
export const MOST_SENDS = 4;
/** A call without an answer may still arrive: only after this time is it made again. */
export const AMBIGUOUS_MS = 60_000;
/** The cloud counts in seconds, and its clock is not ours. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Decides what a look at the cloud means for a write. A call is made again only when the cloud has been seen
 * without its effect; a status that nobody expected there is never overwritten.
 */
export function judgeWrite(write: WriteProgress, view: CloudView, now: Date): Judgement {
  const { status, operations } = view;
  if (status === null) {
    return {
      kind: "failed",
      message: "The cloud does not know this event any more. Nothing can be written.",
    };
  }
  const ours = operations.find((operation) => isOurs(operation, write));
  if (status === write.to) return verified(write, operations, ours);
  const newest = operations[0] ?? null;
  if (write.sends === 0) {
    return write.expected === null || status === write.expected
      ? { kind: "send" }
      : { kind: "overtaken", status, by: newest };
  }
  if (ours !== undefined || (write.expected !== null && status !== write.expected)) {
    return { kind: "overtaken", status, by: newest === ours ? null : newest };
  }
  return notApplied(write, now);
}

function isOurs(operation: CloudOperationRecord, { at, to, cloudNote, sends }: WriteProgress): boolean {
  return (
    sends > 0 &&
    operation.to === to &&
    operation.note === cloudNote &&
    Date.parse(operation.at) >= at.getTime() - CLOCK_SKEW_MS
  );
}

function verified(
  write: WriteProgress,
  operations: readonly CloudOperationRecord[],
  ours: CloudOperationRecord | undefined,
): Judgement {
  if (write.sends === 0) {
    const message = "The cloud had this status already when the change was about to be sent.";
    return { kind: "verified", message, replaced: null };
  }
  const surprising = ours !== undefined && write.expected !== null && ours.from !== write.expected;
  const before = surprising ? operations[operations.indexOf(ours) + 1] : undefined;
  const replaced = before !== undefined && before.to === ours?.from ? before : null;
  const message =
    replaced === null
      ? null
      : `Replaced "${replaced.to}", set in the cloud just before by ${whoIs(replaced)}.`;
  return { kind: "verified", message, replaced };
}

function notApplied({ looks, sends, sentAt, acknowledged }: WriteProgress, now: Date): Judgement {
  const byClock = now.getTime() - (sentAt?.getTime() ?? 0);
  // After the clock was set back, the pauses between the looks tell how long it has been.
  const waited = byClock >= 0 ? byClock : FIRST_PAUSE_MS * (2 ** looks - 1);
  if (looks + 1 < LOOKS || (!acknowledged && waited < AMBIGUOUS_MS)) {
    return { kind: "look-again", inMs: FIRST_PAUSE_MS * 2 ** looks };
  }
  if (sends < MOST_SENDS) return { kind: "send" };
  const message = `The cloud was told ${sends} times, but does not carry the change out. Look at the event in the cloud's console, then set the status again.`;
  return { kind: "failed", message };
}

/** Somebody in the cloud, in words. */
export function whoIs(operation: CloudOperationRecord | null): string {
  if (operation === null) return "somebody";
  return operation.origin === "cloud-system" ? "the cloud itself" : `cloud user ${operation.userId}`;
}
