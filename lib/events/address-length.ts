import { type EventFilter, filterParams } from "./query";

// Node.js takes 16 kB of address and headers together. A page's address may come with that of the page before, of
// which browsers name 4 kB; cookies and the other headers take up to 2 kB. Where the page's own address is long,
// browsers name none of it to our API, which is asked in a longer spelling.
const LONGEST_OF_PAGE = 9_500;
const LONGEST_OF_API = 13_000;

/** The longest parameters of a view, as text: whatever an address holds, with order and measure. */
export const LONGEST_QUERY = 14_000;

/** These stand in a page's address as they are; the API is asked with three letters for each. */
const PLAIN_IN_PAGES = /%(?:2C|3A|2F)/g;

/** Whether the addresses of a page with this filter, and of what it asks, are short enough for the server. */
export function fitsAddress(filter: EventFilter): boolean {
  const asked = filterParams(filter).toString();
  return asked.length <= LONGEST_OF_API && asked.replace(PLAIN_IN_PAGES, ",").length <= LONGEST_OF_PAGE;
}

/** The part of a filter that takes most of its address; null for a filter of everything. */
export function longestPart(filter: EventFilter): string | null {
  const sizes = new Map<string, number>();
  for (const [key, value] of filterParams(filter)) sizes.set(key, (sizes.get(key) ?? 0) + value.length);
  const [longest] = [...sizes].toSorted(([, one], [, other]) => other - one);
  return longest?.[0] ?? null;
}
