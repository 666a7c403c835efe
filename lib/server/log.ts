import type { AsyncLocalStorage } from "node:async_hooks";
import pino, { type DestinationStream, type Level, type Logger } from "pino";
import { describeError } from "./describe-error";

/** Keys whose values never reach a log line, wherever they stand. */
const SECRET_KEYS = [
  "authorization",
  "cookie",
  "password",
  "token",
  "accessKeySecret",
  "accessKeyId",
  "accessKey",
  "secretKey",
  "securityToken",
  "signature",
];

const censored = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** What stands in every line that is logged while a request is answered. */
export type LogScope = AsyncLocalStorage<{ readonly requestId: string }>;

/** The process's log: one JSON object per line, UTC times, secrets censored. */
export function createLogger(level: Level, destination?: DestinationStream, scope?: LogScope): Logger {
  const options = {
    level,
    mixin: () => ({ ...scope?.getStore() }),
    serializers: { err: describeError, error: describeError },
    redact: { paths: censored, censor: "[censored]" },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
