import type { MappedEvent, RejectedRecord } from "@/lib/server/sources/source";
import type { StoredSync, SyncStore } from "@/lib/server/sync/sync-store";

/** A database that lives as long as a test. */
export class MemoryStore implements SyncStore {
  readonly events = new Map<string, string>();
  readonly quarantined = new Map<string, string>();
  state: StoredSync | null = null;
  saves = 0;
  /** Called before events are written: may throw. */
  beforeWrite: (events: readonly MappedEvent[]) => void = () => {};

  async load() {
    return this.state;
  }

  async save(state: StoredSync) {
    this.saves += 1;
    this.state = structuredClone(state);
  }

  async writeEvents(events: readonly MappedEvent[]) {
    this.beforeWrite(events);
    for (const event of events) this.events.set(event.upstreamKey, event.raw);
  }

  async quarantine(records: readonly RejectedRecord[]) {
    for (const { raw, reason } of records) this.quarantined.set(raw, reason);
  }

  async storedRaw(keys: readonly string[]) {
    return new Map([...this.events].filter(([key]) => keys.includes(key)));
  }
}
