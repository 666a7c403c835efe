import { PROBLEMS, type Problem, type ProblemCode } from "@/lib/api/problem";
import { isErrorNamed } from "@/lib/server/named-error";

type ProblemFacts = Pick<Problem, "errors" | "cloud"> & {
  /** Extra answer headers, for example `allow` or `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Who was refused, by id: for the log only. */
  readonly actor?: string;
};

/** An answer other than the wanted one: what to tell the caller. Its text must not hold secrets. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorNamed(value, "ProblemError");
  }

  constructor(
    readonly code: ProblemCode,
    /** For the person at the other end: what is wrong and how to mend it. */
    readonly detail: string,
    readonly facts: ProblemFacts = {},
    options?: { cause?: unknown },
  ) {
    super(`${PROBLEMS[code].title}: ${detail}`, options);
  }
}

/** The request names fields that are wrong; each with how to mend it. */
export function invalidRequest(errors: NonNullable<Problem["errors"]>): ProblemError {
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join(" ");
  return new ProblemError("invalid-request", detail, { errors });
}
