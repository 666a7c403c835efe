import type { ZoneChoice } from "@/components/layout/time-zone";
import type { EventFilter } from "@/lib/events/query";
import { resolveTime } from "@/lib/events/relative-time";
import { formatInstant, type TimeZone } from "@/lib/format/instant";

export type TimeRange = Pick<EventFilter, "from" | "to">;

/** Ranges that end now, with the words for them. */
export const TIME_PRESETS: readonly { from: string | null; label: string }[] = [
  { from: "-1h", label: "Last hour" },
  { from: "-24h", label: "Last 24 hours" },
  { from: "-7d", label: "Last 7 days" },
  { from: "-30d", label: "Last 30 days" },
  { from: null, label: "All time" },
];

function describeBound(bound: string, zone: TimeZone): string {
  if (bound === "now") return "now";
  return bound.startsWith("-")
    ? `${bound.slice(1)} ago`
    : formatInstant(bound, { zone, precision: "minute" });
}

/** A range in words, absolute times in the visible zone. */
export function describeRange({ from, to }: TimeRange, zone: TimeZone): string {
  const preset = to === null && TIME_PRESETS.find((candidate) => candidate.from === from);
  if (preset) return preset.label;
  if (from === null) return `Until ${describeBound(to ?? "now", zone)}`;
  return to === null
    ? `Since ${describeBound(from, zone)}`
    : `${describeBound(from, zone)} – ${describeBound(to, zone)}`;
}

/** A bound as the value of a `datetime-local` field in the visible zone; empty for none. */
export function toFieldValue(bound: string | null, zone: TimeZone, now: Date): string {
  const instant = bound === null ? null : resolveTime(bound, now);
  if (!instant) return "";
  return formatInstant(instant.toISOString(), { zone, precision: "minute" }).replace(" ", "T");
}

/** The value of a `datetime-local` field, read in the visible zone, as ISO 8601 UTC; `null` when it is empty. */
export function fromFieldValue(value: string, choice: ZoneChoice): string | null {
  if (value === "") return null;
  const instant = new Date(choice === "utc" ? `${value}Z` : value);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
