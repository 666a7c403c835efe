import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";

const REASONS: Record<CloudErrorKind, string> = {
  throttled: "The cloud limits the calls at the moment. Try again in a minute.",
  denied: "The cloud does not allow this call for the connection's key. Grant it the permission.",
  unauthenticated:
    "The cloud does not accept the connection's key. Check the credentials and this server's clock.",
  "wrong-clock":
    "The cloud's clock and this server's differ by more than it allows. Set this server's clock.",
  invalid: "The cloud refused the request.",
  "not-found": "The cloud does not hold this any more.",
  unavailable: "The cloud failed to answer. Try again later.",
  timeout: "The cloud did not answer in time. Try again later.",
  network: "The cloud could not be reached. Check the network between here and the cloud.",
  malformed: "The cloud's answer could not be read.",
  cancelled: "The call was cancelled.",
};

/** Why something could not be read, in plain words, with the cloud's own code where there is one. */
export function failureReason(error: unknown): string {
  if (!(error instanceof CloudError)) {
    return error instanceof Error ? error.message : "The cloud could not be read.";
  }
  const code = error.facts.code;
  return code ? `${REASONS[error.kind]} (${code})` : REASONS[error.kind];
}
