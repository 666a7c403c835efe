import { afterEach } from "vitest";
import type { ListedCloud, ListedRow } from "./listed-cloud";
import { MemoryStore } from "./memory-store";
import { SourceSync } from "./source-sync";

/** Rows of a list, their time by their index. */
export const rowsAt = (count: number, at: (index: number) => number, prefix = "event"): ListedRow[] =>
  Array.from({ length: count }, (_, index) => ({ key: `${prefix}-${index}`, at: at(index) }));

export type MemorySync = SourceSync<MemoryStore>;
type SyncOptions = Partial<ConstructorParameters<typeof SourceSync<MemoryStore>>[1]>;

/** A way to make syncs that are stopped after the test that made them; call it once per test file. */
export function memorySyncs(): (cloud: ListedCloud, options?: SyncOptions) => MemorySync {
  const syncs: MemorySync[] = [];
  afterEach(async () => {
    for (const made of syncs.splice(0)) await made.stop();
  });
  return (cloud, options = {}) => {
    const made = new SourceSync(cloud, { store: new MemoryStore(), ...options });
    syncs.push(made);
    return made;
  };
}

/** Runs for a while of virtual milliseconds. */
export async function ran(subject: MemorySync, ms = 0): Promise<MemorySync> {
  await subject.run(ms);
  return subject;
}
