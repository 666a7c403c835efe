import type { FaultBoard } from "@/lib/simulator/faults/fault-board";
import type { RaspEventRecord } from "@/lib/simulator/hss/rasp-event";
import { RecordStore } from "@/lib/simulator/record-store";

export interface HssLimits {
  /** Documented: 5 calls per minute of one user, and of one address, for one API. */
  readonly callsPerMinute: number;
}

/** Everything ListRaspEvents reads. An event shows from its alarm time on, or later when it is late. */
export class HssState {
  readonly events = new RecordStore<RaspEventRecord>(
    (record) => record.key,
    (record, now) => ((record.visibleFrom ?? 0) <= now ? record : undefined),
    (record) => record.visibleFrom !== undefined,
  );

  constructor(
    readonly faults: FaultBoard,
    readonly clock: () => Date,
    readonly limits: HssLimits,
    readonly projectId: string,
  ) {}

  /** Unix seconds on the data clock. */
  now(): number {
    return Math.floor(this.clock().getTime() / 1000);
  }
}
