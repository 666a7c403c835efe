import type { Severity } from "@/lib/events/severity";

/** An unknown severity sorts in the middle: neither an alarm that is none, nor a threat nobody looks at. */
export const FALLBACK_SEVERITY: Severity = "medium";

/** The three levels of WAF API security. */
export const THREE_LEVELS: ReadonlyMap<string, Severity> = new Map([
  ["high", "high"],
  ["medium", "medium"],
  ["low", "low"],
]);

/** The four levels of WAF threat events. */
export const FOUR_LEVELS: ReadonlyMap<string, Severity> = new Map([
  ["critical", "critical"],
  ...THREE_LEVELS,
]);
