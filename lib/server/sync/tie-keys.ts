import type { MappedEvent, RejectedRecord } from "@/lib/server/sources/source";

/** Numbers equal texts in the order in which they stand: `a`, `a#2`, `a#3` ... */
function numbered(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return texts.map((text) => {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return count === 1 ? text : `${text}#${count}`;
  });
}

/**
 * Gives the rows of ONE page their final keys.
 *
 * Where records have no id, equal rows of a page are different events and get a tie counter. The counter
 * starts anew on every page: the same row on two pages may be one row that moved, and must not become two.
 * Where records have an id, a repeated one is the same event and its last version is kept.
 */
export function keyEvents(events: readonly MappedEvent[], identity: "upstream" | "content"): MappedEvent[] {
  if (identity === "upstream") {
    return [...new Map(events.map((event) => [event.upstreamKey, event])).values()];
  }
  const keys = numbered(events.map((event) => event.upstreamKey));
  return events.map((event, index) => ({ ...event, upstreamKey: keys[index] ?? event.upstreamKey }));
}

/** Keys under which the rejected rows of one page are told apart; they never equal an event's key. */
export function keyRejected(rejected: readonly RejectedRecord[]): string[] {
  return numbered(rejected.map((record) => `rejected:${record.raw}`));
}
