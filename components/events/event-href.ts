/** The address of an event's page. */
export function eventHref(eventId: string): string {
  return `/events/${encodeURIComponent(eventId)}`;
}
