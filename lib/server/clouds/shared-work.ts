import { untilAborted } from "./until-aborted";

/**
 * Lets callers at the same time share one run of `work`. A caller that aborts leaves; the run itself is
 * aborted when the last one has left. A failure is not remembered.
 */
export function sharedWork<T>(
  work: (signal: AbortSignal) => Promise<T>,
): (signal: AbortSignal) => Promise<T> {
  let running: { readonly result: Promise<T>; readonly stop: AbortController; waiting: number } | null = null;
  return async (signal) => {
    signal.throwIfAborted();
    if (!running) {
      const stop = new AbortController();
      const result = work(stop.signal).finally(() => {
        if (running?.stop === stop) running = null;
      });
      result.catch(() => {});
      running = { result, stop, waiting: 0 };
    }
    const mine = running;
    mine.waiting += 1;
    try {
      return await untilAborted(mine.result, signal);
    } finally {
      mine.waiting -= 1;
      if (mine.waiting === 0) {
        if (running === mine) running = null;
        mine.stop.abort();
      }
    }
  };
}
