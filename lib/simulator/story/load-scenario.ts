import type { CloudFirewallState } from "@/lib/simulator/cloud-firewall/cloud-firewall-state";
import type { HssState } from "@/lib/simulator/hss/hss-state";
import type { Dataset, SimulatorOptions } from "@/lib/simulator/simulator-options";
import { storyDay } from "@/lib/simulator/story/story-day";
import type { WafState } from "@/lib/simulator/waf/waf-state";

const DAY_MS = 86_400_000;
const DAYS_BACK = 30;

interface States {
  readonly waf: WafState;
  readonly cloudFirewall: CloudFirewallState;
  readonly hss: HssState;
}

function add(states: States, dataset: Dataset): void {
  states.waf.apisec.add(dataset.apisecEvents ?? []);
  states.waf.threats.add(dataset.threatEvents ?? []);
  states.cloudFirewall.events.add(dataset.riskEvents ?? []);
  states.hss.events.add(dataset.raspEvents ?? []);
}

/**
 * Fills the clouds, and returns the function that carries the story on to an instant. Each day of the
 * story depends on the seed and its date alone, so that a restart tells the same story.
 */
export function loadScenario(
  scenario: NonNullable<SimulatorOptions["scenario"]>,
  seed: number,
  states: States,
): (now: Date) => void {
  if (scenario === "empty") return () => {};
  if (scenario !== "demo") {
    add(states, scenario);
    return () => {};
  }
  let nextDay: number | undefined;
  return (now) => {
    const today = Math.floor(now.getTime() / DAY_MS);
    for (let day = nextDay ?? today - DAYS_BACK; day <= today; day += 1) add(states, storyDay(seed, day));
    nextDay = Math.max(nextDay ?? 0, today + 1);
  };
}
