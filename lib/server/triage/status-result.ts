import type { StatusResult } from "@/lib/api/status-change";
import type { WriteState } from "@/lib/events/status";
import type { StatusTarget } from "@/lib/server/db/queries/status-targets";
import type { StatusItem, StatusPlan } from "./plan-status";

const LOCAL_ONLY = {
  "not-writable": "Kept here only: the cloud takes no such status by its API. Its own status stays as it is.",
  "unknown-status":
    "Kept here only: the cloud has a status that Watchfloor does not know, which stays as it is.",
  "not-connected": "Kept here only: the connection of this event is not configured any more.",
} as const;

type ChangePlan = Extract<StatusPlan, { kind: "change" }>;

/** How far the write to the cloud is once the change is made here. */
export function writeStateAfter({ cloud, before }: ChangePlan): WriteState {
  return cloud === "write" ? "queued" : (before?.writeState ?? null);
}

/** What a person should know about a change that was made; null when nothing is out of the ordinary. */
export function changeMessage(plan: ChangePlan): string | null {
  if (plan.before !== null) return plan.before.message;
  if (plan.localOnly !== null) return LOCAL_ONLY[plan.localOnly];
  return plan.cloud === "settled" ? "The cloud has this status already; nothing is sent." : null;
}

/** The answer for one event, as it is after its plan was carried out. */
export function statusResult(item: StatusItem, target: StatusTarget | null, plan: StatusPlan): StatusResult {
  const { eventId } = item;
  const unknown = { version: null, status: null, statusOrigin: null, writeState: null };
  if (target === null || plan.kind === "not-found") {
    const message = "There is no such event (any more).";
    return { eventId, outcome: "not-found", ...unknown, conflict: null, message };
  }
  const { version, status, statusOrigin, writeState } = target;
  const now = { version, status, statusOrigin, writeState };
  switch (plan.kind) {
    case "already":
      return {
        eventId,
        outcome: "unchanged",
        ...now,
        conflict: null,
        message: "It has this status already.",
      };
    case "conflict": {
      const message =
        plan.conflict === null
          ? "The event has not reached the version that was sent. Read the event again, then set its status."
          : "Somebody else changed the status meanwhile. Keep theirs, or send yours again.";
      return { eventId, outcome: "conflict", ...now, conflict: plan.conflict, message };
    }
    case "change":
      return {
        eventId,
        outcome: "changed",
        version: version + 1,
        status: item.status,
        statusOrigin: plan.statusOrigin,
        writeState: writeStateAfter(plan),
        conflict: null,
        message: changeMessage(plan),
      };
  }
}
