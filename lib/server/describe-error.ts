/** What a log line holds of an error. */
export type DescribedError = {
  readonly name: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly stack?: string | undefined;
  readonly cause?: DescribedError;
};

/** How drizzle-orm begins the message of a failed statement, which goes on with its text and its parameters. */
const FAILED_QUERY = "Failed query: ";

/**
 * What may be logged of whatever was thrown. The message of a failed statement quotes its parameters (a password's
 * hash, a recorded attack with somebody's cookie may be among them) and its fields hold them: of that one only the
 * cause is told, which is the database's own error.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const cause = error.cause === undefined ? null : describeError(error.cause);
  if (error.message.startsWith(FAILED_QUERY)) return cause ?? { name: "FailedQuery" };
  return {
    name: error.name,
    message: error.message,
    ...("code" in error ? { code: error.code } : {}),
    stack: error.stack,
    ...(cause ? { cause } : {}),
  };
}

/** The same as one sentence, for somebody at a terminal. */
export function errorMessage(error: unknown): string {
  const { name, message, code } = describeError(error);
  if (message) return message;
  // Several failed tries to connect are one error without words of its own.
  return typeof code === "string" ? code : name;
}
