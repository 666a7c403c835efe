import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import { databaseTrouble } from "@/lib/server/db/database-trouble";

/** Why a source could not be read: words a person can act on, and what to quote to the cloud's support. */
export type Failure = {
  readonly reason: string;
  readonly code: string | null;
  readonly requestId: string | null;
};

type Explain = (operation: string, permission: string | null) => string;

const EXPLANATIONS: Record<CloudErrorKind, Explain> = {
  throttled: (operation) =>
    `The cloud limits the calls of ${operation}. Reading goes on by itself; if it stays, look for other programs that use the same key.`,
  denied: (operation, permission) =>
    permission
      ? `Access denied: grant ${permission} to the key of this connection.`
      : `Access denied to ${operation}: check the permissions of the key of this connection.`,
  unauthenticated: () =>
    "The cloud does not accept the credentials of this connection: check the key, its secret, and this server's clock.",
  "wrong-clock": () =>
    "The cloud's clock and this server's differ by more than the cloud allows. Set this server's clock; reading goes on by itself.",
  invalid: (operation) =>
    `The cloud refused the parameters of ${operation}: check the region, instance and project of this connection.`,
  "not-found": (operation) =>
    `The cloud does not know what ${operation} asked for: check the region, instance and project of this connection.`,
  unavailable: (operation) =>
    `The cloud failed while answering ${operation}. Reading is tried again by itself.`,
  timeout: (operation) =>
    `The cloud did not answer ${operation} in time. Reading is tried again by itself; check the network if it stays.`,
  network: () =>
    "The cloud cannot be reached. Check this server's network, proxy and name resolution, and the connection's endpoint.",
  malformed: (operation) =>
    `The answer to ${operation} was not understood. Check the connection's endpoint and any proxy in between.`,
  cancelled: (operation) => `${operation} was cancelled.`,
};

const NOTHING_SENT =
  "This server found no key for this connection that can be sent: give the connection credentials, set the variables of the cloud's own chain, or copy key and token again.";

/** The clouds were not even asked: their answer has a code, or at least a status. */
const wasNotSent = ({ kind, facts }: CloudError) =>
  kind === "unauthenticated" && !facts.code && !facts.httpStatus;

/**
 * Puts an error of the sync into words. Messages of the cloud are not repeated: the code and the request id
 * tell its support more, and nothing of the request can leak.
 * @param permissionOf the permission that an operation needs, where its document names one.
 */
export function describeFailure(error: unknown, permissionOf: (operation: string) => string | null): Failure {
  if (error instanceof CloudError) {
    const { operation, code, requestId } = error.facts;
    return {
      reason: wasNotSent(error) ? NOTHING_SENT : EXPLANATIONS[error.kind](operation, permissionOf(operation)),
      code: code ?? null,
      requestId: requestId ?? null,
    };
  }
  const reason = "Reading failed on this server, not in the cloud: see the server's log.";
  return { reason: databaseTrouble(error)?.reason ?? reason, code: null, requestId: null };
}
