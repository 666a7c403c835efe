import type { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

/**
 * Leads from what answers a request to the HTTP answer itself, which Next shows to nobody. Weakly: what is begun during a
 * request and outlives it (a cache, a connection) must not keep it in memory.
 */
export type ExchangeScope = AsyncLocalStorage<WeakRef<ServerResponse>>;

/**
 * From now on the answer's connection is broken when not one byte of it could be sent for so long: the reader stands
 * still, and what waits for it would wait for ever. Who reads slowly is left alone. Does nothing outside of an exchange.
 * @param ms milliseconds.
 */
export function endWhenIdle(scope: ExchangeScope, ms: number): void {
  const response = scope.getStore()?.deref();
  response?.setTimeout(ms, () => response.destroy());
}

/** When a caller may try again, seconds. */
const RETRY_AFTER = 5;
const INTERNAL = 500;
const UNAVAILABLE = 503;

/**
 * What Next answers with 500 from now on becomes 503: it is not the server that is broken, and who asks may ask again.
 * Does nothing outside of an exchange.
 */
export function answerUnavailable(scope: ExchangeScope): void {
  const response = scope.getStore()?.deref();
  if (!response || response.headersSent) return;
  const writeHead = response.writeHead.bind(response);
  const replaced: typeof writeHead = (status: number, ...rest: unknown[]) => {
    if (status === INTERNAL) response.setHeader("retry-after", RETRY_AFTER);
    return Reflect.apply(writeHead, response, [status === INTERNAL ? UNAVAILABLE : status, ...rest]);
  };
  response.writeHead = replaced;
}
