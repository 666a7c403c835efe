import type { ActivityItem } from "@/lib/api/activity";
import { JOB_KINDS, type JobKind } from "@/lib/api/jobs";

/** Where a change was made, as a key of the texts `activity.origin`. */
export type ActivityOrigin = "console" | "api" | "cloud" | "system";

type ActivityFacts = {
  /** What a person wrote beside the change. */
  readonly note: string | null;
  readonly reason: string | null;
  /** What was changed, where it is neither an event nor a bulk change. */
  readonly object: string | null;
  /** A bulk change, which has no name. */
  readonly bulk: { readonly kind: JobKind; readonly total: number } | null;
  /** Null where the entry does not say: older ones do so of changes of status only. */
  readonly origin: ActivityOrigin | null;
};

/** Names of what was changed, in the details of the different actions. */
const OBJECT_NAMES = ["username", "name", "step", "owner", "format"] as const;

type Details = ActivityItem["details"];

/** A text among the details; null where there is none, or nothing in it. */
function textIn(details: Details[string] | undefined, key: string): string | null {
  if (typeof details !== "object" || details === null || Array.isArray(details)) return null;
  const value = details[key];
  return typeof value === "string" && value !== "" ? value : null;
}

/** A view is called what it was called last. */
function objectOf({ action, subject, details }: ActivityItem): string | null {
  if (action === "view.changed") {
    return textIn(details.after, "name") ?? textIn(details.before, "name") ?? subject;
  }
  const names = OBJECT_NAMES.map((key) => textIn(details, key)).filter((name) => name !== null);
  return names[0] ?? subject;
}

function bulkOf({ action, details: { kind, total } }: ActivityItem): ActivityFacts["bulk"] {
  const known = JOB_KINDS.find((candidate) => candidate === kind);
  return action.startsWith("job.") && known && typeof total === "number" ? { kind: known, total } : null;
}

function originOf({ actor, action, details }: ActivityItem): ActivityOrigin | null {
  if (actor.kind === "cloud-user") return "cloud";
  if (actor.kind === "system") return "system";
  if (details.origin === "api" || action === "token.used") return "api";
  return details.origin === "watchfloor" ? "console" : null;
}

/** What an entry's details say, as far as the list shows it. */
export function activityFacts(item: ActivityItem): ActivityFacts {
  const { details, source } = item;
  const bulk = bulkOf(item);
  return {
    note: textIn(details, "note") ?? textIn(details, "text"),
    reason: textIn(details, "reason"),
    object: source === null && bulk === null ? objectOf(item) : null,
    bulk,
    origin: originOf(item),
  };
}
