import type { MappedEvent, RejectedRecord } from "@/lib/server/sources/source";
import type { Bookmark } from "./bookmark";
import type { Health } from "./health";
import type { Progress } from "./progress";

/** What is kept about the reading of one source of one connection. */
export type StoredSync = {
  readonly bookmark: Bookmark;
  readonly health: Health;
  readonly progress: Progress | null;
};

/** Where the sync of one source of one connection puts what it reads, and what it has to remember. */
export interface SyncStore {
  load(): Promise<StoredSync | null>;
  save(state: StoredSync): Promise<void>;
  /** Inserts or updates; unchanged events are left alone. One transaction. */
  writeEvents(events: readonly MappedEvent[]): Promise<void>;
  quarantine(records: readonly RejectedRecord[]): Promise<void>;
  /** The raw texts of those of the events that are stored already, by upstream key. */
  storedRaw(upstreamKeys: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
