import type { ActivityItem } from "@/lib/api/activity";

/** Where a change was made, as a key of the texts `activity.origin`. */
export type ActivityOrigin = "console" | "api" | "cloud" | "system";

type ActivityFacts = {
  /** What a person wrote beside the change. */
  readonly note: string | null;
  readonly reason: string | null;
  /** What was changed, where it is no event. */
  readonly object: string | null;
  readonly origin: ActivityOrigin;
};

/** Names of what was changed, in the details of the different actions. */
const OBJECT_NAMES = ["username", "name", "step", "owner", "format", "kind"] as const;

function originOf({ actor, action, details }: ActivityItem): ActivityOrigin {
  if (actor.kind === "cloud-user") return "cloud";
  if (actor.kind === "system") return "system";
  return details.origin === "api" || action === "token.used" ? "api" : "console";
}

/** What an entry's details say, as far as the list shows it. */
export function activityFacts(item: ActivityItem): ActivityFacts {
  const text = (key: string) => {
    const value = item.details[key];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const names = OBJECT_NAMES.map(text).filter((name) => name !== null);
  return {
    note: text("note") ?? text("text"),
    reason: text("reason"),
    object: item.source === null ? (names[0] ?? item.subject) : null,
    origin: originOf(item),
  };
}
