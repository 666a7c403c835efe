import type { FaultBoard } from "@/lib/simulator/faults/fault-board";
import type { AppProcess } from "./start-app";

type Moment = { readonly operation: Parameters<FaultBoard["beforeResponse"]>[0]; readonly call: number };

/**
 * Kills a process (SIGKILL) while it waits for the answer to the `call`-th call of an operation from now on. The
 * cloud carries the call out, and nobody hears of it.
 */
export function killAtCall(faults: FaultBoard, app: AppProcess, { operation, call }: Moment): Promise<void> {
  let calls = 0;
  return new Promise((resolve, reject) => {
    const stop = faults.beforeResponse(operation, async () => {
      calls += 1;
      if (calls !== call) return;
      stop();
      await app.end("SIGKILL").then(() => resolve(), reject);
    });
  });
}
