import type { Status } from "@/lib/events/status";
import type { CloudOperationRecord } from "@/lib/server/sources/source";
import { replacedMessage } from "./cloud-words";

/** What is known of one write to a cloud. */
export type WriteProgress = {
  /** When the change was made here. */
  readonly at: Date;
  readonly to: Status;
  /** The cloud's status when the change was made; null where it was not known. */
  readonly expected: Status | null;
  /** What the cloud called it then, where that is no status of ours. */
  readonly cloudWord: string | null;
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
  /** What the cloud calls it where that is none of ours: `status` only stands for it. */
  readonly word: string | null;
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
  | {
      readonly kind: "overtaken";
      readonly status: Status;
      readonly word: string | null;
      readonly by: CloudOperationRecord | null;
    }
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
  const { status, word, operations } = view;
  if (status === null) {
    return {
      kind: "failed",
      message: "The cloud does not know this event any more. Nothing can be written.",
    };
  }
  const ours = operations.find((operation) => isOurs(operation, write));
  if (status === write.to && word === null) return verified(write, operations, ours);
  // Where the cloud's history is behind, its newest operation is another one's.
  const newest = operations[0]?.to === (word ?? status) ? (operations[0] ?? null) : null;
  const expected = isExpected(write, { status, word });
  if (write.sends === 0) return expected ? { kind: "send" } : { kind: "overtaken", status, word, by: newest };
  if (ours !== undefined || !expected) {
    return { kind: "overtaken", status, word, by: newest === ours ? null : newest };
  }
  return notApplied(write, now);
}

/** A word that is none of ours is expected only where the same one was there before; what nobody knew may be replaced. */
function isExpected(write: WriteProgress, { status, word }: Pick<CloudView, "status" | "word">): boolean {
  if (word !== null || write.cloudWord !== null) return word === write.cloudWord;
  return write.expected === null || status === write.expected;
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
  const expected = write.expected ?? write.cloudWord;
  const surprising = ours !== undefined && expected !== null && (ours.from ?? "") !== expected;
  const before = surprising ? operations[operations.indexOf(ours) + 1] : undefined;
  const replaced = before !== undefined && before.to === ours?.from ? before : null;
  return { kind: "verified", message: replacedMessage(replaced, write.cloudWord), replaced };
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
