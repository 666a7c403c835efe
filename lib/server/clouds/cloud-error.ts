import { isErrorNamed } from "@/lib/server/named-error";

/** What kind of failure a cloud call ended in; decides whether to retry and what a person is told. */
export type CloudErrorKind =
  | "throttled"
  | "denied"
  | "unauthenticated"
  | "wrong-clock"
  | "invalid"
  | "not-found"
  | "unavailable"
  | "timeout"
  | "network"
  | "malformed"
  | "cancelled";

/** A cloud call that did not give a usable answer. Holds no credential, token or signature. */
export class CloudError extends Error {
  override readonly name = "CloudError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorNamed(value, "CloudError");
  }

  constructor(
    readonly kind: CloudErrorKind,
    message: string,
    readonly facts: {
      readonly operation: string;
      /** The cloud's own code, for example `Throttling.User` or `HSS.0013`. */
      readonly code?: string | null;
      readonly httpStatus?: number | null;
      readonly requestId?: string | null;
      /** The cloud's hint, milliseconds. */
      readonly retryAfterMs?: number | null;
    },
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
