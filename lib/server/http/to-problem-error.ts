import type { Logger } from "pino";
import { PROBLEMS } from "@/lib/api/problem";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { databaseTrouble } from "@/lib/server/db/database-trouble";
import { InvalidCursorError } from "@/lib/server/db/queries/event-cursor";
import { cloudProblem } from "./cloud-problem";
import { ProblemError } from "./problem-error";

/** What the caller waits before another try; seconds. */
const RETRY_AFTER = { "retry-after": "5" };
/** Whatever was thrown, as one of our problems. What is unexpected tells the caller nothing of its inside. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof CloudError) return cloudProblem(error);
  if (error instanceof InvalidCursorError) {
    const { message } = error;
    return new ProblemError("invalid-cursor", message, { errors: [{ field: "cursor", message }] });
  }
  const trouble = databaseTrouble(error);
  if (trouble !== null) {
    return new ProblemError(
      "database-unavailable",
      trouble.reason,
      { headers: RETRY_AFTER },
      { cause: error },
    );
  }
  return new ProblemError(
    "internal",
    "The server could not answer. Try again; if it stays, give the request id to whoever runs Watchfloor.",
    {},
    { cause: error },
  );
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
  else log.error({ ...line, error: problem.cause }, "request failed");
}
