import type { Language } from "@/lib/events/language";
import { type EventFilter, resolveRange } from "@/lib/events/query";
import { LONGEST_PERIOD_MS, relativeMs, resolveTime } from "@/lib/events/relative-time";
import { formatDuration } from "@/lib/format/duration";
import type { FormatTexts } from "@/lib/format/format-texts";
import {
  formatDistinct,
  formatInstant,
  formatInstantFull,
  instantIn,
  type TimeZone,
} from "@/lib/format/instant";
import type { EventsTexts } from "./events-texts";

export type TimeRange = Pick<EventFilter, "from" | "to">;

/** Ranges that end now, with the keys of their words. */
export const TIME_PRESETS = [
  { from: "-1h", label: "1h" },
  { from: "-24h", label: "24h" },
  { from: "-7d", label: "7d" },
  { from: "-30d", label: "30d" },
  { from: null, label: "all" },
] as const;

function describeBound(bound: string, zone: TimeZone, t: EventsTexts, format: FormatTexts): string {
  if (bound === "now") return t("time.now");
  const ms = relativeMs(bound);
  if (ms === null) return formatDistinct(bound, zone);
  return t("time.ago", { duration: formatDuration(ms, format) });
}

/** A range in words, absolute times in the visible zone. */
export function describeRange(
  { from, to }: TimeRange,
  zone: TimeZone,
  t: EventsTexts,
  format: FormatTexts,
): string {
  const words = (bound: string) => describeBound(bound, zone, t, format);
  const preset = to === null && TIME_PRESETS.find((candidate) => candidate.from === from);
  if (preset) return t(`time.${preset.label}`);
  if (from === null) return t("time.until", { to: words(to ?? "now") });
  return to === null ? t("time.since", { from: words(from) }) : `${words(from)} – ${words(to)}`;
}

/** A range with its instants in full, for a hover text; empty for all time. */
export function rangeInFull(range: TimeRange, zone: TimeZone, language: Language, now: Date): string {
  const { from, to } = resolveRange(range, now);
  if (!from && !to) return "";
  const full = (instant: Date | null) =>
    instant ? formatInstantFull(instant.toISOString(), zone, language) : "…";
  return `${full(from)} –\n${full(to ?? now)}`;
}

/**
 * Twice the time around the same middle, within what clouds keep and not beyond now; a start that is earlier
 * stays. Null where there is nothing to widen.
 */
export function zoomedOut(range: TimeRange, now: Date): TimeRange | null {
  if (range.from === null) return null;
  const from = resolveTime(range.from, now)?.getTime();
  const to = range.to === null ? now.getTime() : resolveTime(range.to, now)?.getTime();
  const earliest = now.getTime() - LONGEST_PERIOD_MS;
  if (from === undefined || to === undefined || from >= to || to <= earliest) return null;
  const half = Math.round((to - from) / 2);
  const end = Math.min(to + half, now.getTime());
  const start = Math.max(end - 4 * half, earliest);
  const wider = {
    from: start < from ? new Date(start).toISOString() : range.from,
    to: range.to === null || end === now.getTime() ? null : new Date(end).toISOString(),
  };
  return sameRange(wider, range) ? null : wider;
}

/** More steps than anybody goes back. */
const MAX_STEPS = 50;

/** Whether two ranges are written alike. */
export const sameRange = (one: TimeRange | undefined, other: TimeRange) =>
  one !== undefined && one.from === other.from && one.to === other.to;

/** The ranges shown so far, the present one last: a new one is added, the one before taken back. */
export function rangeSteps(steps: readonly TimeRange[], { from, to }: TimeRange): readonly TimeRange[] {
  const range = { from, to };
  if (sameRange(steps.at(-1), range)) return steps;
  if (sameRange(steps.at(-2), range)) return steps.slice(0, -1);
  return [...steps, range].slice(-MAX_STEPS);
}

/** A bound as the value of a `datetime-local` field in the visible zone; empty for none. */
export function toFieldValue(bound: string | null, zone: TimeZone, now: Date): string {
  const instant = bound === null ? null : resolveTime(bound, now);
  if (!instant) return "";
  return formatInstant(instant.toISOString(), { zone, precision: "minute" }).replace(" ", "T");
}

/** The value of a `datetime-local` field, read in the visible zone, as ISO 8601 UTC; `null` when it is empty. */
export function fromFieldValue(value: string, zone: TimeZone): string | null {
  return instantIn(value, zone)?.toISOString() ?? null;
}

/** The two fields of a range, as they stand. */
export type RangeFields = { readonly from: string; readonly to: string };

/** What the fields were filled with. */
export type FilledFrom = { readonly range: TimeRange; readonly zone: TimeZone; readonly now: Date };

/** The fields as they show a range at first. */
export function rangeFields({ range, zone, now }: FilledFrom): RangeFields {
  return { from: toFieldValue(range.from, zone, now), to: toFieldValue(range.to, zone, now) };
}

/**
 * The range that the fields say. A field shows neither seconds nor which of the two equal hours at the end of
 * summer time is meant: a bound that nobody edited keeps its exact instant, and an unedited range stays as it is.
 */
export function typedRange(fields: RangeFields, filled: FilledFrom): TimeRange {
  const { range, zone, now } = filled;
  const shown = rangeFields(filled);
  if (fields.from === shown.from && fields.to === shown.to) return { from: range.from, to: range.to };
  const exact = (bound: string | null) =>
    bound === null ? null : (resolveTime(bound, now)?.toISOString() ?? null);
  const bound = (end: keyof RangeFields) =>
    fields[end] === shown[end] ? exact(range[end]) : fromFieldValue(fields[end], zone);
  return { from: bound("from"), to: bound("to") };
}

/** Whether the range ends before it has begun. */
export function isReversed(range: TimeRange, now: Date): boolean {
  const { from, to } = resolveRange(range, now);
  return from !== null && to !== null && from >= to;
}
