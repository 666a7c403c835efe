import type { Language } from "@/lib/events/language";
import { LANGUAGE_TAGS } from "./language-tag";

/** An IANA zone name, or `UTC`. */
export type TimeZone = string;

/** How much of the time of day is shown. */
export type InstantPrecision = "day" | "minute" | "second" | "millisecond";

const TEXT_LENGTH: Record<InstantPrecision, number> = { day: 10, minute: 16, second: 19, millisecond: 23 };

const PARTS: Intl.DateTimeFormatOptions = {
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  timeZoneName: "longOffset",
};
const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: "long" };

/** Making one takes longer than using it a dozen times; by what they show, zone and language. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: TimeZone, options = PARTS, language = "en-US"): Intl.DateTimeFormat {
  const key = `${options === PARTS} ${zone} ${language}`;
  const known = formatters.get(key);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  formatters.set(key, formatter);
  return formatter;
}

function partsOf(instant: Date, zone: TimeZone): Record<string, string> {
  return Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
}

/**
 * An instant as sortable text in one zone: `2026-01-31 08:00:12`. The zone itself is not repeated on every
 * row; show it once with {@link formatZone}. Text that is no time is returned as it came.
 * @param instant ISO 8601 with zone.
 */
export function formatInstant(
  instant: string,
  { zone = "UTC", precision = "second" }: { zone?: TimeZone; precision?: InstantPrecision } = {},
): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return (zone === "UTC" ? utcText(date) : zonedText(date, zone)).slice(0, TEXT_LENGTH[precision]);
}

/**
 * An instant to the minute; where clocks are put back and show the same time twice, with the offset that tells one
 * from the other. For ends of a stretch of time, which would seem to be empty.
 */
export function formatDistinct(instant: string, zone: TimeZone): string {
  const text = formatInstant(instant, { zone, precision: "minute" });
  const date = new Date(instant);
  return isShownTwice(date, zone) ? `${text} (${formatOffset(date, zone)})` : text;
}

/**
 * The start of a bar under a chart, without the year. A date alone names a bar of whole days only where these begin
 * at midnight: elsewhere it would name the day before.
 */
export function formatTick(start: string, { zone, daily }: { zone: TimeZone; daily: boolean }): string {
  const text = formatInstant(start, { zone, precision: "minute" }).slice(YEAR_LENGTH);
  return daily ? text.replace(/ 00:00$/, "") : text;
}

const YEAR_LENGTH = "2026-".length;

const utcText = (date: Date) => date.toISOString().replace("T", " ");

function zonedText(date: Date, zone: TimeZone): string {
  const part = partsOf(date, zone);
  const year = (part.year ?? "").padStart(4, "0");
  return `${year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}.${part.fractionalSecond}`;
}

/** The instant in full, for a hover text: weekday, zone and offset, and the ISO 8601 form in UTC. */
export function formatInstantFull(instant: string, zone: TimeZone, language: Language): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const text = formatInstant(instant, { zone, precision: "millisecond" });
  const place = zone === "UTC" ? "UTC" : `${zone} (${formatOffset(date, zone)})`;
  const weekday = formatterOf(zone, WEEKDAY, LANGUAGE_TAGS[language]).format(date);
  return `${weekday} ${text} ${place} · ${date.toISOString()}`;
}

/** The offset of a zone at an instant: `UTC+08:00`; plain `UTC` for none. */
function formatOffset(date: Date, zone: TimeZone): string {
  return (partsOf(date, zone).timeZoneName ?? "GMT").replace("GMT", "UTC");
}

/** A zone for a heading: `UTC`, or `Asia/Shanghai (UTC+08:00)`. */
export function formatZone(zone: TimeZone, at: Date): string {
  return zone === "UTC" ? zone : `${zone} (${formatOffset(at, zone)})`;
}

/**
 * The instant that a clock in a zone shows as this time; null for text that is no time. A time that the clocks
 * skip is read as they stood before, of one that they show twice the first is meant.
 * @param text `2026-01-31T08:00`, seconds allowed.
 */
export function instantIn(text: string, zone: TimeZone): Date | null {
  const shown = Date.parse(`${text}Z`);
  if (Number.isNaN(shown)) return null;
  const offsets = [shown - DAY_MS, shown + DAY_MS].map((near) => offsetMs(new Date(near), zone));
  const candidates = offsets.map((offset) => new Date(shown - offset));
  const exact = candidates.find((instant) => instant.getTime() + offsetMs(instant, zone) === shown);
  return exact ?? candidates[0] ?? null;
}

/**
 * Writes instants as ISO 8601 with the offset that the zone has then: `2026-02-01T07:04:05.678+08:00`. Those in UTC
 * stay as they come. For very many instants: offsets are looked up once per quarter of an hour.
 * @param zone an IANA name. @throws RangeError when the writer is used with another name.
 */
export function isoWriter(zone: TimeZone): (instant: string) => string {
  if (zone === "UTC") return (instant) => instant;
  const offsets = new Map<number, number>();
  return (instant) => {
    const at = Date.parse(instant);
    const quarter = Math.floor(at / QUARTER_HOUR_MS);
    const offset = offsets.get(quarter) ?? offsetMs(new Date(at), zone);
    offsets.set(quarter, offset);
    return new Date(at + offset).toISOString().replace("Z", offsetText(offset));
  };
}

const DAY_MS = 86_400_000;
const QUARTER_HOUR_MS = 900_000;

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const part = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${part(minutes / 60)}:${part(minutes % 60)}`;
}

/** Whether clocks in the zone show this time once more, before or after. */
function isShownTwice(date: Date, zone: TimeZone): boolean {
  if (zone === "UTC" || Number.isNaN(date.getTime())) return false;
  const offset = offsetMs(date, zone);
  return [-DAY_MS, DAY_MS].some((distance) => {
    const other = offsetMs(new Date(date.getTime() + distance), zone);
    const again = new Date(date.getTime() + offset - other);
    return other !== offset && offsetMs(again, zone) === other;
  });
}

/** Milliseconds by which clocks in the zone are ahead of UTC. */
function offsetMs(date: Date, zone: TimeZone): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(formatOffset(date, zone)) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -size : size;
}
