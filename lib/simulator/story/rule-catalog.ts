import type { FirewallRule } from "@/lib/simulator/story/firewall-rule";
import { INBOUND_RULES } from "@/lib/simulator/story/inbound-rules";
import { OUTBOUND_RULES } from "@/lib/simulator/story/outbound-rules";

const FIRST_RULE_ID = 10_000_101;

export const FIREWALL_RULES: readonly FirewallRule[] = [...INBOUND_RULES, ...OUTBOUND_RULES].map(
  (
    [zh, en, zhDescription, enDescription, attackType, level, source, direction, technique, weight],
    index,
  ) => ({
    id: String(FIRST_RULE_ID + index * 7),
    name: { zh, en },
    description: { zh: zhDescription, en: enDescription },
    attackType,
    level,
    source,
    direction,
    technique,
    weight,
  }),
);

/** @throws when the catalogue has no rule of that English name. */
export function ruleNamed(en: string): FirewallRule {
  const rule = FIREWALL_RULES.find(({ name }) => name.en.startsWith(en));
  if (!rule) throw new Error(`the story has no firewall rule "${en}"`);
  return rule;
}
