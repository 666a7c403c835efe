import type { SecurityEvent } from "@/lib/events/event";
import { ownChangeSince, ownChangesSoFar } from "./own-changes";

/** What is told of a row that changed while it was shown. */
export type RowChange = {
  readonly what: readonly ("status" | "severity" | "outcome" | "attackCount" | "assignee" | "lastSeenAt")[];
  readonly before: SecurityEvent;
};

const WATCHED = ["status", "severity", "outcome", "attackCount", "assignee", "lastSeenAt"] as const;

/** What differs between two readings of an event, as far as a row shows it; null for nothing. */
function compareRows(before: SecurityEvent, after: SecurityEvent): RowChange | null {
  const what = WATCHED.filter((field) => before[field] !== after[field]);
  return what.length > 0 ? { what, before } : null;
}

/** How each row was when it was first shown, and how many own changes there had been by then. */
export type FirstShown = { readonly events: Map<string, SecurityEvent>; readonly ownChanges: number };

export function nothingShown(): FirstShown {
  return { events: new Map(), ownChanges: ownChangesSoFar() };
}

/** What is different about rows since they were first shown, or since the reader changed them. */
export function changesOf(shown: FirstShown, rows: readonly SecurityEvent[]): ReadonlyMap<string, RowChange> {
  return new Map(
    rows.flatMap((event) => {
      const before = ownChangeSince(event.id, shown.ownChanges) ?? shown.events.get(event.id);
      if (!before) shown.events.set(event.id, event);
      const change = before && before !== event ? compareRows(before, event) : null;
      return change ? [[event.id, change] as const] : [];
    }),
  );
}
