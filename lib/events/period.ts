import { resolveTime } from "./relative-time";

/** From (inclusive) and to (exclusive); one of them may be open. */
export type Period = { readonly from: Date | null; readonly to: Date | null };

/** The two ends of a period as they are written; null where it is open. */
export function periodBounds(text: string): { readonly from: string | null; readonly to: string | null } {
  const [from = "", ...rest] = text.split("..");
  const to = rest.join("..");
  return { from: from === "" ? null : from, to: to === "" ? null : to };
}

/**
 * Reads a period: `2026-01-31..2026-02-28`, open at one end (`-7d..`, `..2026-01-31`), or one time alone, from which on it
 * lasts (`-7d`). Null where it is none, or ends before it has begun.
 */
export function readPeriod(text: string, now: Date): Period | null {
  const bounds = periodBounds(text);
  const from = bounds.from === null ? null : resolveTime(bounds.from, now);
  const to = bounds.to === null ? null : resolveTime(bounds.to, now);
  const unread = (bounds.from !== null && !from) || (bounds.to !== null && !to) || !(from || to);
  return unread || (from && to && from >= to) ? null : { from, to };
}

/** What to tell whoever gave a text that {@link readPeriod} cannot read. */
export const notAPeriod = (text: string): string =>
  `"${text}" is not a period. Write when it begins and, after two dots, when it ends (2026-01-31..2026-02-28, -7d..-1d); times as ISO 8601 with a zone (2026-01-31T08:00:00Z), dates, or relative.`;

/** A period as a value of a filter. */
export const periodValue = ({ from, to }: Period): string =>
  `${from?.toISOString() ?? ""}..${to?.toISOString() ?? ""}`;

/** A period whose ends are written otherwise. */
export const mapPeriod = (text: string, change: (time: string) => string): string =>
  text
    .split("..")
    .map((bound) => (bound === "" ? "" : change(bound)))
    .join("..");
