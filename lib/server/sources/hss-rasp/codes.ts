import type { Outcome } from "@/lib/events/outcome";
import type { Severity } from "@/lib/events/severity";

/**
 * Severity words of today ("Security" is informational) and digits of the versions before 2025-12, where 4
 * is critical. The sibling operation's alarm_level counts the other way round and is not read here.
 */
export const SEVERITY_CODES: ReadonlyMap<string, Severity> = new Map([
  ["security", "info"],
  ["low", "low"],
  ["medium", "medium"],
  ["high", "high"],
  ["critical", "critical"],
  ["0", "info"],
  ["1", "low"],
  ["2", "medium"],
  ["3", "high"],
  ["4", "critical"],
]);

/** Attack tags as words (request and response spell them differently) and as digits before 2025-08. */
const ATTACK_TAGS = [
  "attack_success",
  "attack_attempt",
  "attack_blocked",
  "abnormal_behavior",
  "collapsible_host",
  "system_vulnerability",
] as const;

/**
 * What an attack tag says about the outcome: a success and a fallen host were not blocked. An attempt, odd
 * behaviour and a weakness do not say whether the probe stepped in.
 */
const TAG_OUTCOMES: Record<(typeof ATTACK_TAGS)[number], Outcome> = {
  attack_success: "not-blocked",
  attack_attempt: "unknown",
  attack_blocked: "blocked",
  abnormal_behavior: "unknown",
  collapsible_host: "not-blocked",
  system_vulnerability: "unknown",
};

export const OUTCOME_CODES: ReadonlyMap<string, Outcome> = new Map(
  ATTACK_TAGS.flatMap((tag, index) => [
    [tag, TAG_OUTCOMES[tag]],
    [String(index + 1), TAG_OUTCOMES[tag]],
  ]),
);
