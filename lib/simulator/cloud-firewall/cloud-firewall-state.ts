import {
  type RiskEventRecord,
  riskIsTimeDependent,
  settleRiskEvent,
} from "@/lib/simulator/cloud-firewall/risk-event";
import type { FaultBoard } from "@/lib/simulator/faults/fault-board";
import { RecordStore } from "@/lib/simulator/record-store";

export interface CloudFirewallLimits {
  /** Documented: 10 calls per second of one user. */
  readonly queriesPerSecond: number;
  /** Longest window that is accepted; `null`: any, because the documents name no maximum. */
  readonly maxSpanDays: number | null;
}

/** Everything the Cloud Firewall operations read. */
export class CloudFirewallState {
  readonly events = new RecordStore<RiskEventRecord>(
    (record) => record.EventId,
    settleRiskEvent,
    riskIsTimeDependent,
  );

  constructor(
    readonly faults: FaultBoard,
    readonly clock: () => Date,
    readonly limits: CloudFirewallLimits,
  ) {}

  /** Unix seconds on the data clock. */
  now(): number {
    return Math.floor(this.clock().getTime() / 1000);
  }
}
