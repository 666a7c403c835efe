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
  /** Null where nobody was first: the version that was sent is one that the event has not reached. */
  | { readonly kind: "conflict"; readonly conflict: StatusConflict | null }
  | {
      readonly kind: "change";
      /**
       * `write`: to be written; `settled`: the cloud has this status already; `unsent`: what was to be sent again is not,
       * so that it stands `before` that.
       */
      readonly cloud: "none" | "write" | "settled" | "unsent";
      readonly before: Undecided | null;
      readonly statusOrigin: StatusOrigin;
      /** Why the change stays here although the cloud keeps a status; null otherwise. */
      readonly localOnly: "not-writable" | "not-connected" | "unknown-status" | null;
    };

/** How the write of an event stood when somebody set its status once more, which decides about it. */
export type Undecided = { readonly writeState: "failed" | "overtaken"; readonly message: string | null };

export type PlanFacts = {
  /** Status changes after the version that the person saw, oldest first. */
  readonly since: readonly StatusChangeRow[];
  /** A call to the cloud may be under way: what it has is not known. */
  readonly inFlight: boolean;
  /** The event's connection is configured, and still one to its product. */
  readonly connected: boolean;
  /** Whether a change is taken back, and what held before it where it was the same status and was not sent yet. */
  readonly undo: { readonly before: Undecided | null } | null;
};

/**
 * Decides about one event. An older version is no conflict by itself: only a status that somebody changed since is. A
 * newer one is: nobody can have seen it.
 */
export function planStatus(item: StatusItem, target: StatusTarget | null, facts: PlanFacts): StatusPlan {
  if (target === null) return { kind: "not-found" };
  const same = target.status === item.status;
  if (same && facts.undo !== null) return planSameAgain(target, facts.undo.before);
  if (same && !isDecision(item, target)) return { kind: "already" };
  if (item.version > target.version) return { kind: "conflict", conflict: null };
  if (same) return planChange(item, target, facts);
  const [first] = facts.since;
  const last = facts.since.at(-1);
  if (first && last && (first.from !== target.status || facts.since.some(isUnknownStatus))) {
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

/** An undo never sends a status that the event has: it stops the sending of it. */
function planSameAgain({ statusOrigin }: StatusTarget, before: Undecided | null): StatusPlan {
  if (before === null) return { kind: "already" };
  return { kind: "change", cloud: "unsent", before, statusOrigin, localOnly: null };
}

/** The cloud has got a status that is shown as the one before, but is none of ours. */
const isUnknownStatus = ({ changeId, cloudWord }: StatusChangeRow) => changeId === null && cloudWord !== null;

/** Setting the same status again means something: send it once more, or keep what somebody set in the cloud. */
function isDecision({ status }: StatusItem, { source, writeState }: StatusTarget): boolean {
  if (writeState === "failed") return CAPABILITIES[source].cloudStatuses.includes(status);
  return writeState === "overtaken";
}

function planChange(item: StatusItem, target: StatusTarget, { inFlight, connected }: PlanFacts): StatusPlan {
  const { statusOrigin, cloudStatuses } = CAPABILITIES[target.source];
  const shared = { kind: "change", before: null, localOnly: null } as const;
  const change = { ...shared, cloud: "none", statusOrigin: "local" } as const;
  if (statusOrigin === "local") return change;
  if (item.status === target.cloudStatus && !inFlight) {
    return { ...change, cloud: "settled", statusOrigin: "cloud" };
  }
  // What only stands for the cloud's own word is no status to write in its place.
  const standsFor = target.cloudWord !== null && target.status === item.status;
  if (standsFor && target.writeState === "overtaken") return { ...change, localOnly: "unknown-status" };
  if (!cloudStatuses.includes(item.status)) return { ...change, localOnly: "not-writable" };
  if (!connected) return { ...change, localOnly: "not-connected" };
  return { ...change, cloud: "write", statusOrigin: "cloud" };
}
