import type { RowPatch } from "@/components/events/patch-rows";
import type { StatusResult } from "@/lib/api/status-change";
import { CAPABILITIES } from "@/lib/events/capabilities";
import type { SecurityEvent } from "@/lib/events/event";
import { newerEvent } from "@/lib/events/newer-event";
import type { Status } from "@/lib/events/status";

type Pending = {
  /** The event as the server knows it. */
  known: SecurityEvent | null;
  /** What was ordered last. */
  status: Status;
  /** Changes of it that are on their way. */
  changes: number;
};

/**
 * Events that show a status before the server has it, and what they show again if none of the changes is made: several of
 * one event may be on their way, of which the first ones already show what was never true.
 */
export class PendingRows {
  private readonly byId = new Map<string, Pending>();

  /**
   * One more change of these events is on its way.
   * @returns shows them as ordered.
   */
  begin(ids: ReadonlySet<string>, status: Status): RowPatch {
    for (const id of ids) {
      const { known = null, changes = 0 } = this.byId.get(id) ?? {};
      this.byId.set(id, { known, status, changes: changes + 1 });
    }
    return (event) => {
      const pending = this.byId.get(event.id);
      if (!pending || !ids.has(event.id)) return null;
      pending.known ??= event;
      return ordered(event, status);
    };
  }

  /** An event that was just read, as it is to be shown: what was ordered of it may not have reached the server yet. */
  asOrdered(read: SecurityEvent): SecurityEvent {
    const pending = this.byId.get(read.id);
    if (!pending) return read;
    pending.known = newerEvent(read, pending.known ?? read);
    return ordered(read, pending.status);
  }

  /** What the server says became of events. */
  learn(results: readonly StatusResult[]): void {
    for (const result of results) {
      const pending = this.byId.get(result.eventId);
      if (pending?.known) pending.known = withResult(pending.known, result) ?? pending.known;
    }
  }

  /**
   * One change of these events is answered, or has failed.
   * @returns shows those as the server knows them of which no other change is on its way.
   */
  end(ids: Iterable<string>): RowPatch {
    const settled = new Map<string, SecurityEvent>();
    for (const id of ids) {
      const pending = this.byId.get(id);
      if (!pending) continue;
      pending.changes -= 1;
      if (pending.changes > 0) continue;
      this.byId.delete(id);
      if (pending.known) settled.set(id, pending.known);
    }
    return (event) => {
      const known = settled.get(event.id);
      // A row that was read meanwhile knows more.
      if (!known || event.version > known.version) return null;
      const { status, statusOrigin, writeState, version } = known;
      return { ...event, status, statusOrigin, writeState, version };
    };
  }

  isPending(id: string): boolean {
    return this.byId.has(id);
  }
}

/** An event with a status that the server has not confirmed. What the cloud does not keep waits for no cloud. */
const ordered = (event: SecurityEvent, status: Status): SecurityEvent => ({
  ...event,
  status,
  writeState: CAPABILITIES[event.source].cloudStatuses.includes(status) ? "queued" : null,
});

/** Shared by all controls of the page: a key and a button may change the same event one after the other. */
export const pendingRows = new PendingRows();

/** An event as a change has left it; null where the server says nothing of its status. */
export function withResult(event: SecurityEvent, result: StatusResult | undefined): SecurityEvent | null {
  if (!result || result.status === null) return null;
  return {
    ...event,
    status: result.status,
    version: result.version ?? event.version,
    statusOrigin: result.statusOrigin ?? event.statusOrigin,
    writeState: result.writeState,
  };
}
