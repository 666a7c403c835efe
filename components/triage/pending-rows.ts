import type { RowPatch } from "@/components/events/patch-rows";
import type { StatusResult } from "@/lib/api/status-change";
import type { SecurityEvent } from "@/lib/events/event";

type Pending = {
  /** The event as the server knows it. */
  known: SecurityEvent | null;
  /** Changes of it that are on their way. */
  changes: number;
};

/**
 * Events that show a status before the server has it, and what they show again if none of the changes is made: several of
 * one event may be on their way, of which the first ones already show what was never true.
 */
export class PendingRows {
  private readonly byId = new Map<string, Pending>();

  /** One more change of these events is on its way. */
  begin(ids: Iterable<string>): void {
    for (const id of ids) {
      const pending = this.byId.get(id) ?? { known: null, changes: 0 };
      pending.changes += 1;
      this.byId.set(id, pending);
    }
  }

  /** Keeps how an event was before the first of its changes was shown. */
  note(event: SecurityEvent): void {
    const pending = this.byId.get(event.id);
    if (pending) pending.known ??= event;
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
