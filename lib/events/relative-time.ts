const UNIT_MS: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const RELATIVE = /^-(\d{1,6})([smhdw])$/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?$/;

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
  if (!ISO_INSTANT.test(text)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
