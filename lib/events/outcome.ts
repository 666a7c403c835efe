/** What the product did about the attack. */
export const OUTCOMES = ["not-blocked", "partly-blocked", "blocked", "unknown"] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Derives the outcome from counts; `unknown` when nothing was attacked or the blocked share is not known. */
export function outcomeOf(attackCount: number, blockedCount: number | null): Outcome {
  if (blockedCount === null || attackCount <= 0) return "unknown";
  if (blockedCount <= 0) return "not-blocked";
  return blockedCount >= attackCount ? "blocked" : "partly-blocked";
}
