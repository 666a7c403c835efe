import pino, { type DestinationStream, type Level, type Logger } from "pino";

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

/** The process's log: one JSON object per line, UTC times, secrets censored. */
export function createLogger(level: Level, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: censored, censor: "[censored]" },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
