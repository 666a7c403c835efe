import { z } from "zod";

/** A named fact, ready to show. `value` is text from the cloud or the attacker: never markup. */
export const factSchema = z.object({ label: z.string(), value: z.string() });
export type Fact = z.infer<typeof factSchema>;

/** Labels of facts that more than the page reads: the guidance looks them up. */
export const FACT_LABELS = {
  suggestion: "Cloud's suggestion",
  rule: "Rule",
  direction: "Direction",
  innerHosts: "Inner hosts",
  sourceTags: "Source address tags",
  attackTag: "Attack tag",
  vulnerability: "Caused by a vulnerability",
} as const;

/** The value of the first fact with this label. */
export function factValue(facts: readonly Fact[], label: string): string | null {
  return facts.find((fact) => fact.label === label)?.value ?? null;
}
