import type { SecurityEvent } from "@/lib/events/event";
import type { MappedEvent } from "@/lib/events/event-record";

export type StoredStatus = Pick<SecurityEvent, "status" | "statusOrigin" | "writeState">;

/**
 * The status after a sync. Ours stays where it is kept here, and while a change of ours is on its way to the
 * cloud. Otherwise the cloud's counts; where it differs from what we had verified, somebody has changed it
 * there: ours is overtaken.
 */
export function statusAfterSync(stored: StoredStatus | null, mapped: MappedEvent): StoredStatus {
  if (stored === null) return { status: mapped.status, statusOrigin: mapped.statusOrigin, writeState: null };
  const { status, statusOrigin, writeState } = stored;
  const pending = writeState === "queued" || writeState === "sent";
  if (statusOrigin === "local" || pending || status === mapped.status)
    return { status, statusOrigin, writeState };
  return {
    status: mapped.status,
    statusOrigin,
    writeState: writeState === "verified" ? "overtaken" : writeState,
  };
}
