import type { CallPriority, CloudOperation } from "./operation";
import type { SignedRequest } from "./signed-request";

/** A request that carries its proof, and the words in it that must never be repeated. */
export type AuthorizedRequest = {
  readonly request: SignedRequest;
  readonly secrets: readonly string[];
};

/** One try of one operation. */
export type Attempt = {
  readonly operation: CloudOperation;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly nonce: string;
  readonly priority: CallPriority;
  readonly signal: AbortSignal;
};

/** Proves to a cloud who calls. */
export interface Authorizer {
  /**
   * Names whoever a limit is counted for; holds no secret.
   * @see the rate-limit facts of each product
   */
  readonly limitedAs: string;
  /** @throws CloudError when no credentials can be had. */
  authorize(attempt: Attempt): Promise<AuthorizedRequest>;
  /** The cloud refused what {@link authorize} gave: whether another try with fresh proof is worth it. */
  refused(request: AuthorizedRequest): boolean;
}
