import type { CloudError } from "./cloud-error";
import type { CloudOperation } from "./operation";

/** Tries of one call, the first included. */
export const MAX_TRIES = 5;

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 20_000;

/**
 * Whether another try may help without doing harm. A write is repeated only when the cloud has surely not
 * carried it out: after throttling.
 */
export function isRetryable(error: CloudError, operation: CloudOperation): boolean {
  if (error.kind === "throttled") return true;
  if (operation.access === "write") return false;
  const { code } = error.facts;
  if (typeof code === "string" && (operation.retryableCodes.includes(code) || code === "SignatureNonceUsed"))
    return true;
  return error.kind === "unavailable" || error.kind === "network" || error.kind === "timeout";
}

/**
 * How long to wait before the next try, milliseconds: exponential with full jitter, never shorter than the
 * cloud's hint, and after throttling never shorter than the operation's own pace.
 * @param tries made so far, from 1.
 * @param random from 0 to below 1.
 */
export function backoffMs(
  error: CloudError,
  operation: CloudOperation,
  tries: number,
  random: number,
): number {
  const jitter = random * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (tries - 1));
  const pace =
    error.kind === "throttled" && operation.budget ? operation.budget.perMs / operation.budget.calls : 0;
  return Math.round((error.facts.retryAfterMs ?? pace) + jitter);
}
