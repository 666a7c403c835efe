import { apiSecurityGuidance } from "./guidance/api-security-guidance";
import { firewallGuidance } from "./guidance/firewall-guidance";
import type { Guidance } from "./guidance/guidance-schema";
import type { GuidanceFacts, GuidedEvent } from "./guidance/guidance-subject";
import { raspGuidance } from "./guidance/rasp-guidance";
import { threatGuidance } from "./guidance/threat-guidance";
import type { SourceId } from "./source-id";

export type { Guidance };

const GUIDES: Record<SourceId, (event: GuidedEvent, facts: GuidanceFacts) => Guidance> = {
  "waf-api-security": apiSecurityGuidance,
  "waf-threat": threatGuidance,
  "cloud-firewall": firewallGuidance,
  "hss-rasp": raspGuidance,
};

/**
 * What to do about an event: short imperative steps that name its own attacker, target and rule, and warn
 * of what must not be blocked. The texts hold values of the attacker: show them as text only.
 */
export function guidanceFor(event: GuidedEvent, facts: GuidanceFacts): Guidance {
  return GUIDES[event.source](event, facts);
}
