import type { StatusConflict } from "@/lib/api/status-change";
import { CAPABILITIES } from "@/lib/events/capabilities";
import type { Status, StatusOrigin } from "@/lib/events/status";
import type { StatusChangeRow, StatusTarget } from "@/lib/server/db/queries/status-targets";

/** One event of a change: the version that the person saw, and the status that it is to get. */
export type StatusItem = { readonly eventId: string; readonly version: number; readonly status: Status };

/** What is to become of one event. */
export type StatusPlan =
  | { readonly kind: "not-found" }
  | { readonly kind: "already" }
  | { readonly kind: "conflict"; readonly conflict: StatusConflict }
  | {
      readonly kind: "change";
      /** `write`: to be written; `settled`: the cloud has this status already. */
      readonly cloud: "none" | "write" | "settled";
      readonly statusOrigin: StatusOrigin;
      /** Why the change stays here although the cloud keeps a status; null otherwise. */
      readonly localOnly: "not-writable" | "not-connected" | null;
    };

export type PlanFacts = {
  /** Status changes after the version that the person saw, oldest first. */
  readonly since: readonly StatusChangeRow[];
  /** A call to the cloud may be under way: what it has is not known. */
  readonly inFlight: boolean;
  /** The event's connection is configured. */
  readonly connected: boolean;
};

/**
 * Decides about one event. A version that is not the latest is no conflict by itself: only a status that
 * somebody changed since is.
 */
export function planStatus(item: StatusItem, target: StatusTarget | null, facts: PlanFacts): StatusPlan {
  if (target === null) return { kind: "not-found" };
  if (target.status === item.status) {
    return isDecision(item, target) ? planChange(item, target, facts) : { kind: "already" };
  }
  const [first] = facts.since;
  const last = facts.since.at(-1);
  if (first && last && first.from !== target.status) {
    const conflict = {
      seen: first.from,
      mine: item.status,
      theirs: target.status,
      by: { kind: last.actorKind, id: last.actorId, name: last.actorName },
      at: last.at.toISOString(),
    };
    return { kind: "conflict", conflict };
  }
  return planChange(item, target, facts);
}

/** Setting the same status again means something: send it once more, or keep what somebody set in the cloud. */
function isDecision({ status }: StatusItem, { source, writeState }: StatusTarget): boolean {
  if (writeState === "failed") return CAPABILITIES[source].cloudStatuses.includes(status);
  return writeState === "overtaken";
}

function planChange(item: StatusItem, target: StatusTarget, { inFlight, connected }: PlanFacts): StatusPlan {
  const { statusOrigin, cloudStatuses } = CAPABILITIES[target.source];
  const change = { kind: "change", cloud: "none", statusOrigin: "local", localOnly: null } as const;
  if (statusOrigin === "local") return change;
  if (item.status === target.cloudStatus && !inFlight) {
    return { ...change, cloud: "settled", statusOrigin: "cloud" };
  }
  if (!cloudStatuses.includes(item.status)) return { ...change, localOnly: "not-writable" };
  if (!connected) return { ...change, localOnly: "not-connected" };
  return { ...change, cloud: "write", statusOrigin: "cloud" };
}
