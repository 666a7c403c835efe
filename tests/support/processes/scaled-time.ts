import type { Clock } from "@/lib/server/clock";
import type { Sleep } from "@/lib/server/clouds/sleep";
import { systemSleep } from "@/lib/server/clouds/sleep";

/** A time that runs `factor` times as fast as the real one since `from` (epoch milliseconds). */
export type TimeScale = { readonly from: number; readonly factor: number };

/** The same scale gives the same time in every process of this machine. */
export function scaledTime({ from, factor }: TimeScale): { readonly clock: Clock; readonly sleep: Sleep } {
  return {
    clock: () => new Date(from + (Date.now() - from) * factor),
    sleep: (ms, signal) => systemSleep(ms / factor, signal),
  };
}
