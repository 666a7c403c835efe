import type { Localized } from "@/lib/simulator/cloud-firewall/risk-event";
import type { Technique } from "@/lib/simulator/story/hostile-text";

/** One intrusion-prevention rule of the firewall. */
export interface FirewallRule {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized;
  readonly attackType: number;
  /** 1 low, 2 medium, 3 high. */
  readonly level: number;
  /** 1 basic, 2 virtual patch, 4 threat intelligence. */
  readonly source: number;
  readonly direction: "in" | "out";
  readonly technique: Technique | null;
  readonly weight: number;
}

/** The parts of a rule in a fixed order: catalogues are tables. */
export type FirewallRuleRow = readonly [
  zh: string,
  en: string,
  zhDescription: string,
  enDescription: string,
  attackType: number,
  level: number,
  source: number,
  direction: "in" | "out",
  technique: Technique | null,
  weight: number,
];
