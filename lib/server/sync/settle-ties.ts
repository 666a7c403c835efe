import type { MappedEvent } from "@/lib/server/sources/source";
import type { ListReader } from "./list-reader";
import { keyEvents } from "./tie-keys";

/** More instants than this with a row on two pages are no ties across page borders: the list moved. */
const MOST_INSTANTS = 10;

const sameRows = (one: readonly MappedEvent[], other: readonly MappedEvent[]) =>
  one.length === other.length && one.every((event, index) => event.upstreamKey === other[index]?.upstreamKey);

/**
 * All rows of one millisecond in the order of the pages; null when they moved meanwhile, or when the cloud
 * does not page: a short page before the end, or the same page twice, proves nothing about ties.
 */
async function readInstant(list: ListReader, instant: number): Promise<MappedEvent[] | null> {
  const events: MappedEvent[] = [];
  let rows = 0;
  let previous: readonly MappedEvent[] = [];
  for (let number = 1; ; number += 1) {
    const page = await list.readPage({ from: instant, to: instant + 1 }, number);
    rows += page.rows;
    if (number > 1 && sameRows(page.events, previous)) return null;
    events.push(...page.events);
    if (rows === page.total) return events;
    if (rows > page.total || page.rows < list.pageSize) return null;
    previous = page.events;
  }
}

/**
 * Equal rows on two pages of a list without ids are either one row that moved or ties across a page border.
 * Reading their instant alone tells: in one page the ties are numbered. Where an instant fills several pages
 * (clouds that count in seconds), two readings that agree row by row prove that nothing moved.
 * @param repeated the rows that stood on two pages, with their instants; null for those that have none.
 * @returns the keys of the events at those instants; null when it cannot be told.
 */
export async function settleTies(
  list: ListReader,
  repeated: ReadonlyMap<string, number | null>,
): Promise<ReadonlySet<string> | null> {
  if (repeated.size === 0) return new Set();
  const instants = new Set(repeated.values());
  if (list.identity !== "content" || instants.size > MOST_INSTANTS) return null;
  const keys = new Set<string>();
  for (const instant of instants) {
    const events = instant === null ? null : await readInstant(list, instant);
    if (instant === null || events === null) return null;
    if (events.length > list.pageSize) {
      const again = await readInstant(list, instant);
      if (again === null || !sameRows(events, again)) return null;
      await list.store(events);
    }
    for (const event of keyEvents(events, list.identity)) keys.add(event.upstreamKey);
  }
  return keys;
}
