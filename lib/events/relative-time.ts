const UNIT_MS: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const RELATIVE = /^-(\d{1,6})([smhdw])$/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** Ten years, milliseconds: no cloud keeps its events so long. */
export const LONGEST_PERIOD_MS = 3_653 * 86_400_000;

/** What to tell whoever gave a text that {@link resolveTime} cannot resolve. */
export const notATime = (text: string): string =>
  `"${text}" is not a time. Use ISO 8601 with a zone (2026-01-31T08:00:00Z), a date, or a relative time (-24h, -7d).`;

/** The length of a relative bound (`-24h`) in milliseconds; `null` for any other text. */
export function relativeMs(text: string): number | null {
  const relative = RELATIVE.exec(text);
  return relative && Number(relative[1]) * (UNIT_MS[relative[2] ?? ""] ?? 0);
}

/**
 * Resolves a time bound: `now`, relative (`-24h`; s, m, h, d, w), a date (midnight UTC), or an ISO 8601
 * instant with zone. Returns `null` for anything else, a zone-less time included: it would mean another
 * instant on every machine.
 */
export function resolveTime(text: string, now: Date): Date | null {
  if (text === "now") return now;
  const ago = relativeMs(text);
  if (ago !== null) {
    const instant = new Date(now.getTime() - ago);
    return Number.isNaN(instant.getTime()) ? null : instant;
  }
  if (!ISO_INSTANT.test(text) || !isDay(text.slice(0, 10))) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** Whether the calendar has it: `Date` takes 30 February for the second of March. */
function isDay(day: string): boolean {
  const midnight = new Date(day);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
