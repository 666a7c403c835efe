import { CloudError, type CloudErrorKind } from "@/lib/server/clouds/cloud-error";

/** What a failed call means for a write that it was to send or to look at. */
export type CallFailure =
  /** The cloud has surely not carried it out, and another try may help. */
  | {
      readonly kind: "retry";
      readonly hintMs: number | null;
      readonly message: string;
      /** The same, once it is not tried any more. */
      readonly lastMessage: string;
    }
  /** It may have been carried out: look before anything else. */
  | { readonly kind: "ambiguous"; readonly message: string }
  /** Another try does not help before a person has done something. */
  | { readonly kind: "refused"; readonly message: string };

/** What every other call to the same cloud would meet as well. */
const OUTAGES: readonly CloudErrorKind[] = ["throttled", "unavailable", "network", "timeout", "malformed"];

/** The cloud cannot be asked at the moment: that says nothing about what it was asked for. */
export const isOutage = (error: unknown): error is CloudError =>
  error instanceof CloudError && OUTAGES.includes(error.kind);

const REFUSED: readonly CloudErrorKind[] = [
  "denied",
  "unauthenticated",
  "wrong-clock",
  "invalid",
  "not-found",
];

function advice(error: CloudError, permission: string | null): string {
  switch (error.kind) {
    case "denied":
      return permission
        ? `Grant ${permission} to the key of this connection, then set the status again.`
        : "Check the permissions of the key of this connection, then set the status again.";
    case "unauthenticated":
      return "Check the credentials of this connection and this server's clock, then set the status again.";
    case "wrong-clock":
      return "Set this server's clock, then set the status again.";
    default:
      return "Check the connection's region and instance, then set the status again.";
  }
}

/** The cloud's own code and request id, for its support. */
function facts({ facts: { operation, code, requestId } }: CloudError): string {
  const details = [code, requestId ? `request ${requestId}` : null].filter((part) => part);
  return details.length > 0 ? `${operation}: ${details.join(", ")}` : operation;
}

/**
 * Puts a failed call into what to do next and into words. An error of our own counts as well: it must cost no other
 * change, and end like any other.
 * @param wrote whether the call was the one that writes: then no answer means that nobody knows.
 */
export function callFailure(error: unknown, wrote: boolean, permission: string | null): CallFailure {
  return error instanceof CloudError ? cloudFailure(error, wrote, permission) : ownFailure(error, wrote);
}

function ownFailure(error: unknown, wrote: boolean): CallFailure {
  const name = error instanceof Error ? error.name : typeof error;
  if (wrote) {
    const message = `An error in Watchfloor itself (${name}). Whether the change was sent is being looked up.`;
    return { kind: "ambiguous", message };
  }
  return {
    kind: "retry",
    hintMs: null,
    message: `An error in Watchfloor itself (${name}). It is tried again by itself.`,
    lastMessage: `An error in Watchfloor itself (${name}), for a day. Look at its log, then set the status again.`,
  };
}

function cloudFailure(error: CloudError, wrote: boolean, permission: string | null): CallFailure {
  const hintMs = error.facts.retryAfterMs ?? null;
  if (error.kind === "throttled") {
    return {
      kind: "retry",
      hintMs,
      message: `The cloud limits the calls (${facts(error)}). It is tried again by itself.`,
      lastMessage: `The cloud has limited the calls for a day (${facts(error)}). Look at who else uses this key, then set the status again.`,
    };
  }
  if (REFUSED.includes(error.kind)) {
    return { kind: "refused", message: `The cloud refused (${facts(error)}). ${advice(error, permission)}` };
  }
  if (wrote) {
    const message = `No usable answer (${facts(error)}). Whether it was carried out is being looked up.`;
    return { kind: "ambiguous", message };
  }
  return {
    kind: "retry",
    hintMs,
    message: `The cloud could not be read (${facts(error)}). It is tried again by itself.`,
    lastMessage: `The cloud could not be read for a day (${facts(error)}). Set the status again once it answers.`,
  };
}
