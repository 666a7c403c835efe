import type { Logger } from "pino";
import type { z } from "zod";
import type { Clock } from "@/lib/server/clock";
import type { AuthorizedRequest, Authorizer } from "./authorizer";
import type { CallBudgets } from "./call-budgets";
import { CloudError } from "./cloud-error";
import type { CallOptions, CallPriority, CloudAnswer, CloudOperation } from "./operation";
import { readAnswer } from "./read-answer";
import { backoffMs, isRetryable, MAX_TRIES } from "./retry";
import { type SendOptions, send } from "./send";
import type { Sleep } from "./sleep";

/** What every call of a connection shares. */
export type CallContext = {
  readonly connectionId: string;
  readonly authorizer: Authorizer;
  readonly budgets: CallBudgets;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly nonce: () => string;
  readonly sleep: Sleep;
  readonly logger: Logger;
  /** Milliseconds that one call may take with all its tries. */
  readonly overallMs: Readonly<Record<CallPriority, number>>;
} & Pick<SendOptions, "fetch" | "maxBodyBytes" | "timeoutMs">;

type Call<Request extends z.ZodObject, Response extends z.ZodType> = {
  readonly operation: CloudOperation<Request, Response>;
  /** Complete and valid. */
  readonly parameters: Readonly<Record<string, unknown>>;
} & CallOptions;

/**
 * Makes one call: waits for the budget, signs, sends, and tries again what is worth it.
 * @throws CloudError; of kind cancelled when the caller's signal aborted.
 */
export async function performCall<Request extends z.ZodObject, Response extends z.ZodType>(
  context: CallContext,
  call: Call<Request, Response>,
): Promise<CloudAnswer<z.output<Response>>> {
  const deadline = createDeadline(context, call.priority);
  const signal = AbortSignal.any([call.signal, deadline.signal]);
  // A person waits for everything; the background may line up for its budget as long as it takes.
  if (call.priority === "person") deadline.start();
  let renewed = false;
  try {
    for (let tries = 1; ; tries += 1) {
      const answered = await takeBudget(context, call, signal);
      deadline.start();
      const outcome = await attempt(context, { ...call, signal }).finally(answered);
      if (outcome.error === null) {
        const { requestId } = outcome.answer;
        const facts = { connection: context.connectionId, operation: call.operation.name, tries };
        context.logger.debug({ ...facts, cloudRequestId: requestId }, "cloud call answered");
        return outcome.answer;
      }
      const { error, request } = outcome;
      if (error.kind === "unauthenticated" && request && !renewed && context.authorizer.refused(request)) {
        renewed = true;
        continue;
      }
      const waitMs = backoffMs(error, call.operation, tries, context.random());
      const ended = tries >= MAX_TRIES || (call.timeoutEnds === true && error.kind === "timeout");
      const again = isRetryable(error, call.operation) && !ended && waitMs < deadline.leftMs();
      logFailure(context, error, tries, again ? waitMs : null);
      if (!again) throw error;
      await context.sleep(waitMs, signal);
    }
  } catch (error) {
    const facts = { operation: call.operation.name };
    if (call.signal.aborted) throw new CloudError("cancelled", "The caller went away.", facts);
    if (!deadline.signal.aborted || error instanceof CloudError) throw error;
    const seconds = context.overallMs[call.priority] / 1000;
    throw new CloudError("timeout", `No answer within ${seconds} s, waiting and retries included.`, facts);
  } finally {
    deadline.stop();
  }
}

/** The call's overall time-out; it runs from the first start. */
function createDeadline(context: CallContext, priority: CallPriority) {
  const allowedMs = context.overallMs[priority];
  const controller = new AbortController();
  let running: { readonly timer: NodeJS.Timeout; readonly since: number } | null = null;
  return {
    signal: controller.signal,
    start() {
      running ??= {
        timer: setTimeout(() => controller.abort(), allowedMs),
        since: context.clock().getTime(),
      };
    },
    leftMs: () => (running ? allowedMs - (context.clock().getTime() - running.since) : allowedMs),
    stop: () => clearTimeout(running?.timer),
  };
}

/** @returns what to call when the try is over. */
async function takeBudget(
  { authorizer, budgets, clock }: CallContext,
  { operation, priority }: Pick<Call<z.ZodObject, z.ZodType>, "operation" | "priority">,
  signal: AbortSignal,
): Promise<() => void> {
  signal.throwIfAborted();
  if (!operation.budget) return () => {};
  const key = `${authorizer.limitedAs}:${operation.name}`;
  await budgets.take({ ...operation.budget, key, priority, signal });
  const takenAt = clock().getTime();
  return () => budgets.answered?.(key, takenAt);
}

type Outcome<Data> =
  | { readonly error: null; readonly answer: CloudAnswer<Data> }
  | { readonly error: CloudError; readonly request: AuthorizedRequest | null };

/** One try, with a nonce and a date of its own. */
async function attempt<Request extends z.ZodObject, Response extends z.ZodType>(
  context: CallContext,
  call: Call<Request, Response>,
): Promise<Outcome<z.output<Response>>> {
  let request: AuthorizedRequest | null = null;
  try {
    request = await context.authorizer.authorize({ ...call, at: context.clock(), nonce: context.nonce() });
    const raw = await send(request.request, {
      ...context,
      operation: call.operation.name,
      signal: call.signal,
    });
    return { error: null, answer: readAnswer(call.operation, raw, request.secrets) };
  } catch (error) {
    if (error instanceof CloudError) return { error, request };
    throw error;
  }
}

function logFailure(context: CallContext, error: CloudError, tries: number, waitMs: number | null): void {
  const { operation, code, httpStatus, requestId } = error.facts;
  const facts = { connection: context.connectionId, operation, kind: error.kind, code, httpStatus, tries };
  if (waitMs === null) context.logger.warn({ ...facts, cloudRequestId: requestId }, "cloud call failed");
  else context.logger.info({ ...facts, cloudRequestId: requestId, waitMs }, "cloud call is tried again");
}
