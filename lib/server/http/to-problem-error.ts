import type { Logger } from "pino";
import { PROBLEMS } from "@/lib/api/problem";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { InvalidCursorError } from "@/lib/server/db/queries/event-cursor";
import { cloudProblem } from "./cloud-problem";
import { ProblemError } from "./problem-error";

/** Node's codes for a lost connection, and PostgreSQL's for a server that shuts down or takes no more. */
const OUTAGE_CODE = /^(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|57P0[1-3]|53300|08\d{3})$/;

/** What the caller waits before another try; seconds. */
const RETRY_AFTER = { "retry-after": "5" };
/** PostgreSQL's code for a disk without room, and the operating system's. */
const DISK_FULL = /^(53100|ENOSPC)$/;
/** A statement that took longer than is allowed, or waited too long for a lock. */
const TOO_SLOW = /^(57014|55P03)$/;

/** What the pool and the driver say without a code. */
const OUTAGE_WORDS = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

/** What is wrong with the database, for people; null when it is something else. Drivers wrap: see the causes. */
function databaseTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (DISK_FULL.test(code)) {
    return "The database has no room left on its disk, so that nothing can be stored. Whoever runs it has to make room.";
  }
  if (TOO_SLOW.test(code)) {
    return "The database took too long. Try again in a moment, or ask for less: a shorter time, fewer filters.";
  }
  if (OUTAGE_CODE.test(code) || OUTAGE_WORDS.test(error.message)) {
    return "The database cannot be reached. Try again in a moment.";
  }
  return databaseTrouble(error.cause);
}

/** Whatever was thrown, as one of our problems. What is unexpected tells the caller nothing of its inside. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof CloudError) return cloudProblem(error);
  if (error instanceof InvalidCursorError) {
    const { message } = error;
    return new ProblemError("invalid-cursor", message, { errors: [{ field: "cursor", message }] });
  }
  const outage = databaseTrouble(error);
  if (outage !== null) {
    return new ProblemError("database-unavailable", outage, { headers: RETRY_AFTER }, { cause: error });
  }
  return new ProblemError(
    "internal",
    "The server could not answer. Try again; if it stays, give the request id to whoever runs Watchfloor.",
    {},
    { cause: error },
  );
}

/**
 * What a log line may hold of an error. A database error's own message quotes the parameters of the query
 * (a password hash may be one), its cause does not.
 */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  if (error.cause instanceof Error) return describeError(error.cause);
  return {
    name: error.name,
    message: error.message,
    ...("code" in error ? { code: error.code } : {}),
    stack: error.stack,
  };
}

/** Logs a failed exchange: ours as errors, the caller's as information. */
export function logFailure(
  log: Logger,
  problem: ProblemError,
  facts: {
    readonly requestId: string;
    readonly method: string;
    readonly path: string;
    readonly address: string;
  },
): void {
  const { status } = PROBLEMS[problem.code];
  const { actor } = problem.facts;
  const line = { ...facts, ...(actor && { actor }), status, code: problem.code };
  if (status < 500) log.info({ ...line, detail: problem.detail }, "request refused");
  else if (problem.facts.cloud) log.warn({ ...line, cloud: problem.facts.cloud }, "cloud call failed");
  else log.error({ ...line, error: describeError(problem.cause) }, "request failed");
}
