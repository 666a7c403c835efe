import type { CloudFirewallLimits } from "@/lib/simulator/cloud-firewall/cloud-firewall-state";
import type { RiskEventRecord } from "@/lib/simulator/cloud-firewall/risk-event";
import type { HssLimits } from "@/lib/simulator/hss/hss-state";
import type { RaspEventRecord } from "@/lib/simulator/hss/rasp-event";
import type { ApisecEventRecord } from "@/lib/simulator/waf/apisec-event";
import type { ThreatEventRecord } from "@/lib/simulator/waf/threat-event";
import type { WafLimits } from "@/lib/simulator/waf/waf-state";

/** Records of all products, as the factories make them. */
export interface Dataset {
  readonly apisecEvents?: readonly ApisecEventRecord[];
  readonly threatEvents?: readonly ThreatEventRecord[];
  readonly riskEvents?: readonly RiskEventRecord[];
  readonly raspEvents?: readonly RaspEventRecord[];
}

export interface SimulatorLimits {
  readonly waf: WafLimits;
  readonly cloudFirewall: CloudFirewallLimits;
  readonly hss: HssLimits;
  /** Life of an IAM token, milliseconds of the wall clock. */
  readonly tokenLifetimeMs: number;
}

export const DEFAULT_LIMITS: SimulatorLimits = {
  waf: { queriesPerSecond: 50, maxPageSize: 100, maxModifiedEvents: 100, windowMatch: "overlap" },
  cloudFirewall: { queriesPerSecond: 10, maxSpanDays: null },
  hss: { callsPerMinute: 5 },
  tokenLifetimeMs: 24 * 60 * 60 * 1000,
};

export interface SimulatorOptions {
  /** Same seed, same clock, same requests: same bytes. Default 1. */
  readonly seed?: number;
  /** The time of the data: what has happened by now. Default: the real time. */
  readonly clock?: () => Date;
  /**
   * The time of signatures, nonces, rate limits and tokens. Default: the real time, because the official
   * SDKs sign with nothing else.
   */
  readonly wallClock?: () => Date;
  /** `demo` (default): thirty days of a story that goes on. `empty`: nothing. Or records of your own. */
  readonly scenario?: "demo" | "empty" | Dataset;
  /** 0 or left out: any free port. */
  readonly ports?: {
    readonly waf?: number;
    readonly cloudFirewall?: number;
    readonly hss?: number;
    readonly iam?: number;
  };
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly limits?: {
    readonly waf?: Partial<WafLimits>;
    readonly cloudFirewall?: Partial<CloudFirewallLimits>;
    readonly hss?: Partial<HssLimits>;
    readonly tokenLifetimeMs?: number;
  };
}
