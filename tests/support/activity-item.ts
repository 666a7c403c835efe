import type { ActivityItem } from "@/lib/api/activity";

/** An entry as the API gives it: somebody set the status of an event. */
export const activityItem = (change: Partial<ActivityItem>): ActivityItem => ({
  id: 7,
  at: "2026-03-01T12:00:00.000Z",
  actor: { kind: "user", id: "user-mia", name: "mia" },
  action: "status.changed",
  subject: "event-1",
  source: "waf-threat",
  from: "toBeConfirmed",
  to: "ignored",
  details: {},
  address: null,
  hash: "0".repeat(64),
  ...change,
});
