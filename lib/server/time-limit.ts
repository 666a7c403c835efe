import { CloudError } from "@/lib/server/clouds/cloud-error";

/** Time for the callee to notice the signal and to give what it has. Milliseconds. */
const GRACE_MS = 250;

/**
 * Runs a reading that must not take longer than `limitMs`: its signal aborts then, with a time-out as the
 * reason, so that the parts that have come by then are kept. A callee that does not notice is given up on.
 * @throws CloudError timeout
 */
export async function withTimeLimit<Result>(
  limitMs: number,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const giveUp = new Promise<never>((_resolve, reject) => {
    const message = `No answer within ${limitMs / 1000} s.`;
    const error = new CloudError("timeout", message, { operation: "live reading" });
    timers.push(setTimeout(() => controller.abort(error), limitMs));
    timers.push(setTimeout(() => reject(error), limitMs + GRACE_MS));
  });
  try {
    return await Promise.race([run(controller.signal), giveUp]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
