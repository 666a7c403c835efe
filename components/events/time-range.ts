import type { EventFilter } from "@/lib/events/query";
import { relativeMs, resolveTime } from "@/lib/events/relative-time";
import { formatDuration } from "@/lib/format/duration";
import type { FormatTexts } from "@/lib/format/format-texts";
import { formatInstant, instantIn, type TimeZone } from "@/lib/format/instant";
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
  if (ms === null) return formatInstant(bound, { zone, precision: "minute" });
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

/** Twice the time around the same middle, not beyond now; null where there is nothing to widen. */
export function zoomedOut(range: TimeRange, now: Date): TimeRange | null {
  if (range.from === null) return null;
  const from = resolveTime(range.from, now)?.getTime();
  const to = range.to === null ? now.getTime() : resolveTime(range.to, now)?.getTime();
  if (from === undefined || to === undefined) return null;
  const half = Math.round((to - from) / 2);
  const end = Math.min(to + half, now.getTime());
  return {
    from: new Date(end - 4 * half).toISOString(),
    to: range.to === null || end === now.getTime() ? null : new Date(end).toISOString(),
  };
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
