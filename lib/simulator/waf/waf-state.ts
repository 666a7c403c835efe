import type { FaultBoard } from "@/lib/simulator/faults/fault-board";
import { RecordStore } from "@/lib/simulator/record-store";
import {
  type ApisecEventRecord,
  apisecIsTimeDependent,
  settleApisecEvent,
} from "@/lib/simulator/waf/apisec-event";
import {
  settleThreatEvent,
  type ThreatEventRecord,
  threatIsTimeDependent,
} from "@/lib/simulator/waf/threat-event";

/** Which events belong to a query window: those that overlap it, begin in it, or end in it. */
export type WindowMatch = "overlap" | "start" | "end";

export interface WafLimits {
  /** Calls per second of one caller and operation; the documents name none. */
  readonly queriesPerSecond: number;
  /** Upstream the maximum of DescribeApisecEvents and DescribeApisecRules is not documented. */
  readonly maxPageSize: number;
  /** Upstream the maximum of EventIds is not documented. */
  readonly maxModifiedEvents: number;
  readonly windowMatch: WindowMatch;
}

export interface WafInstance {
  readonly InstanceId: string;
  readonly RegionId: string;
}

/** Everything the WAF operations read and change. */
export class WafState {
  readonly apisec = new RecordStore<ApisecEventRecord>(
    (record) => record.EventId,
    settleApisecEvent,
    apisecIsTimeDependent,
  );
  readonly threats = new RecordStore<ThreatEventRecord>(
    (record) => record.EventId,
    settleThreatEvent,
    threatIsTimeDependent,
  );
  /** Asked before a ModifyApisecEvents takes effect for one event: `true` loses it in silence. */
  loses: (eventId: string) => boolean = () => false;
  instance: WafInstance | null;

  constructor(
    readonly faults: FaultBoard,
    readonly clock: () => Date,
    readonly limits: WafLimits,
    instance: WafInstance,
  ) {
    this.instance = instance;
  }

  /** Unix seconds on the data clock. */
  now(): number {
    return Math.floor(this.clock().getTime() / 1000);
  }
}
