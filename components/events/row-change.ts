import type { SecurityEvent } from "@/lib/events/event";

/** What is told of a row that changed while it was shown. */
export type RowChange = {
  readonly what: readonly ("status" | "severity" | "outcome" | "attackCount" | "assignee" | "lastSeenAt")[];
  readonly before: SecurityEvent;
};

const WATCHED = ["status", "severity", "outcome", "attackCount", "assignee", "lastSeenAt"] as const;

/** What differs between two readings of an event, as far as a row shows it; null for nothing. */
export function compareRows(before: SecurityEvent, after: SecurityEvent): RowChange | null {
  const what = WATCHED.filter((field) => before[field] !== after[field]);
  return what.length > 0 ? { what, before } : null;
}
