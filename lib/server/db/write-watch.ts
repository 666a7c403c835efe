import type { Clock } from "@/lib/server/clock";
import { databaseTrouble } from "./database-trouble";

/**
 * Knows whether the database stores nothing, because its disk is full or it takes no changes, by what became of this
 * process's own writes.
 */
export type WriteWatch = {
  /** Something failed; whatever it was. */
  failed(error: unknown): void;
  /** Something was written, and took room. */
  written(): void;
  /** What people have to know; null while there is room, as far as is known. */
  trouble(): string | null;
};

/**
 * A full disk is written to again and again, by the sync at the latest within its longest pause of five minutes: after
 * twice that without another failure there is room, although nothing had to be written.
 */
const FORGET_MS = 10 * 60_000;

export function createWriteWatch(clock: Clock): WriteWatch {
  let full: { readonly reason: string; readonly at: number } | null = null;
  const now = () => clock().getTime();
  return {
    failed(error) {
      const trouble = databaseTrouble(error);
      if (trouble?.kind === "disk-full" || trouble?.kind === "read-only")
        full = { reason: trouble.reason, at: now() };
    },
    written() {
      full = null;
    },
    trouble() {
      // A clock that was set back tells nothing about how long ago it was.
      if (full !== null && Math.abs(now() - full.at) > FORGET_MS) full = null;
      return full?.reason ?? null;
    },
  };
}
