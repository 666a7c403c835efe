import { resolveTime } from "@/lib/events/relative-time";
import { instantIn, isoWriter, type TimeZone } from "./instant";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/**
 * A bound of a filter, for the query bar of a console in this zone: a date of an address begins at midnight UTC, which
 * {@link typedTime} would take for midnight in the zone.
 */
export const shownTime = (bound: string, zone: TimeZone): string =>
  DATE.test(bound) && zone !== "UTC" ? `${bound}T00:00:00Z` : bound;

/**
 * A date or a time that was typed without a zone means what the console's clock shows: the same text names another
 * instant in an address (`resolveTime`), which everybody reads alike, so it gets the zone's offset.
 * @returns any other text as it came, and a date in UTC, too.
 */
export function typedTime(text: string, zone: TimeZone): string {
  const isDate = DATE.test(text);
  if (!(isDate || TIME_WITHOUT_ZONE.test(text)) || resolveTime(text.slice(0, 10), new Date(0)) === null) {
    return text;
  }
  if (isDate && zone === "UTC") return text;
  const instant = instantIn(isDate ? `${text}T00:00` : text, zone);
  return instant ? isoWriter(zone)(instant.toISOString()).replace(".000", "") : text;
}
