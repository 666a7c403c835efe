import type { SecurityEvent } from "@/lib/events/event";

// The data cache copies what is put into it: own changes are known by the event's id, not by the object.
const changes = new Map<string, { readonly event: SecurityEvent; readonly place: number }>();
let made = 0;

/** Remembers an event as the reader has just made it. */
export function noteOwnChange(event: SecurityEvent): void {
  made += 1;
  changes.set(event.id, { event, place: made });
}

/** How many own changes there have been. */
export function ownChangesSoFar(): number {
  return made;
}

/** The event as the reader made it last, if that was after so many own changes. */
export function ownChangeSince(eventId: string, soFar: number): SecurityEvent | undefined {
  const change = changes.get(eventId);
  return change && change.place > soFar ? change.event : undefined;
}
