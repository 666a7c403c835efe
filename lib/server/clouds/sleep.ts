import { setTimeout } from "node:timers/promises";

/** Waits, milliseconds. @throws the signal's reason when it aborts first. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = async (ms, signal) => {
  signal.throwIfAborted();
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    throw signal.reason;
  }
};
