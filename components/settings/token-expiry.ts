import { LONGEST_TOKEN_DAYS } from "@/lib/api/tokens";

/** Days that are offered, up to the longest that the API takes. */
export const TOKEN_LIFETIMES = [1, 7, 30, 90, 180, LONGEST_TOKEN_DAYS] as const;

const DAY_MS = 86_400_000;
/** The server's clock may be behind ours: the longest lifetime must not be too long there. Milliseconds. */
const CLOCK_MARGIN_MS = 3_600_000;

/** When a token ends that is made now, ISO 8601. */
export function tokenExpiry(days: number, now: Date): string {
  const margin = days === LONGEST_TOKEN_DAYS ? CLOCK_MARGIN_MS : 0;
  return new Date(now.getTime() + days * DAY_MS - margin).toISOString();
}
