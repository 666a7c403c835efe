import pino from "pino";
import type { CloudClient } from "@/lib/server/clouds/operation";
import type { Source } from "@/lib/server/sources/source";
import type { Pace } from "@/lib/server/sync/pace";
import { SourceLoop } from "@/lib/server/sync/source-loop";
import type { SyncStore } from "@/lib/server/sync/sync-store";
import { VirtualTime } from "./virtual-time";

export const NOW = Date.parse("2026-01-31T08:00:00Z");
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const PACE: Pace = {
  headEvery: 30 * SECOND,
  overlap: 10 * MINUTE,
  reconcileEvery: HOUR,
  reconcilePausePerCall: SECOND,
  parallelPages: 1,
  targetPages: 4,
};

type Options<Store> = {
  readonly store: Store;
  readonly time?: VirtualTime;
  readonly pace?: Partial<Pace>;
  readonly lookbackDays?: number;
};

/** The sync of one source on a clock of its own. */
export class SourceSync<Store extends SyncStore> {
  readonly store: Store;
  readonly time: VirtualTime;
  readonly loop: SourceLoop;
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(cloud: { readonly source: Source; readonly client: CloudClient }, options: Options<Store>) {
    this.store = options.store;
    this.time = options.time ?? new VirtualTime(NOW);
    this.loop = new SourceLoop({
      source: cloud.source,
      client: cloud.client,
      store: this.store,
      pace: { ...PACE, ...options.pace },
      lookbackDays: options.lookbackDays ?? 30,
      clock: this.time.clock,
      random: () => 0.5,
      sleep: this.time.sleep,
      logger: pino({ enabled: false }),
      permissionOf: (operation) =>
        operation === "DescribeThreatEvent" ? "yundun-waf:DescribeThreatEvent" : null,
    });
  }

  /** Runs until the sync rests; then for as long as given. */
  async run(ms = 0): Promise<void> {
    this.running ??= this.loop.run(this.stopping.signal);
    await this.time.pass(ms, 1);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
