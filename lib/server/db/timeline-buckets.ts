import { withinCalendar } from "./instant-bounds";

/** More bars than fit side by side. */
const MAX_BUCKETS = 120;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/**
 * Sizes that people read at a glance, seconds. From 6 hours on counts are kept: nothing lies between an hour and that,
 * because it would have to be counted. The last ones are for ranges that nobody means.
 */
const SIZES = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  WEEK,
  4 * WEEK,
  13 * WEEK,
  52 * WEEK,
  520 * WEEK,
  5200 * WEEK,
];

/** A Monday at midnight UTC: from it, days start at midnight and weeks on Mondays. */
export const BUCKET_ORIGIN = new Date("1970-01-05T00:00:00Z");

/** Buckets of `seconds`, the first of which starts at `start` (ms). */
export type Buckets = { readonly seconds: number; readonly start: number; readonly count: number };

/**
 * The buckets that cover an interval, aligned to UTC days and Mondays: the smallest size that needs at most 120.
 * @param from inclusive, milliseconds
 * @param to exclusive, milliseconds; after `from`
 */
export function bucketsFor(from: number, to: number): Buckets {
  const candidates = SIZES.map((seconds) => cover(withinCalendar(from), withinCalendar(to), seconds));
  const fitting = candidates.find(({ count }) => count <= MAX_BUCKETS) ?? candidates.at(-1);
  if (!fitting) throw new RangeError("There is no bucket size.");
  return fitting;
}

function cover(from: number, to: number, seconds: number): Buckets {
  const size = seconds * 1000;
  const origin = BUCKET_ORIGIN.getTime();
  const start = Math.floor((from - origin) / size) * size + origin;
  return { seconds, start, count: Math.max(1, Math.ceil((to - start) / size)) };
}
