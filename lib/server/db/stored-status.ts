import type { SecurityEvent } from "@/lib/events/event";
import type { MappedEvent } from "@/lib/events/event-record";
import type { Status } from "@/lib/events/status";

export type StoredStatus = Pick<SecurityEvent, "status" | "statusOrigin" | "writeState"> & {
  /** What the cloud told last; null where it keeps no status, or one that is none of ours. */
  readonly cloudStatus: Status | null;
  /** What it called that one; null where there is none. */
  readonly cloudWord: string | null;
  /** When a write to the cloud was read back last. */
  readonly cloudCheckedAt: Date | null;
};

/**
 * A page may have been read before a write took effect and come to be stored after it was verified: for so
 * long what a page says of the status is not believed. Milliseconds; longer than any page is under way.
 */
const SETTLE_MS = 2 * 60_000;

/**
 * The status after a sync. Ours stays while the cloud still says what it said before, and while a change of
 * ours is on its way: the outbox then looks for itself. Where the cloud says something else, somebody has
 * changed it there: that counts, and what we had verified is overtaken.
 */
export function statusAfterSync(
  stored: StoredStatus | null,
  mapped: Pick<MappedEvent, "status" | "statusOrigin" | "unknownStatus">,
  syncedAt: Date,
): StoredStatus {
  const { status, statusOrigin, unknownStatus: cloudWord = null } = mapped;
  const cloudStatus = statusOrigin === "cloud" && cloudWord === null ? status : null;
  if (stored === null) {
    return { status, statusOrigin, writeState: null, cloudStatus, cloudWord, cloudCheckedAt: null };
  }
  const same = cloudStatus === stored.cloudStatus && cloudWord === stored.cloudWord;
  if (statusOrigin === "local" || same) return stored;
  const { writeState, cloudCheckedAt } = stored;
  if (writeState === "queued" || writeState === "sent") return stored;
  const settling = cloudCheckedAt !== null && syncedAt.getTime() - cloudCheckedAt.getTime() < SETTLE_MS;
  if (settling) return stored;
  const agreed = status === stored.status && cloudWord === null;
  return {
    status,
    statusOrigin: "cloud",
    writeState: !agreed && writeState === "verified" ? "overtaken" : agreed ? writeState : null,
    cloudStatus,
    cloudWord,
    cloudCheckedAt,
  };
}
