import { FACTORY_EPOCH, seedAndOverrides } from "@/lib/simulator/factory-time";
import { reached, sumOf } from "@/lib/simulator/growth";
import { random } from "@/lib/simulator/random";
import type { TimedRecord } from "@/lib/simulator/record-store";

/** One line of DescribeThreatEventTopMetric. */
export interface TopMetric {
  readonly Value: string;
  readonly Cnt: number;
  readonly Country: string;
  readonly Region: string;
}

/**
 * One WAF threat event as the simulator keeps it. `EndTime` is in milliseconds, `startTs` and growth in
 * seconds, as on the wire.
 */
export interface ThreatEventRecord extends TimedRecord {
  readonly EventId: string;
  readonly EventLevel: string;
  readonly EventTag: string;
  readonly EventSrc: string;
  readonly EventSrcCountry: string;
  readonly EventSrcRegion: string;
  readonly EventTarget: string;
  readonly EventSuggest: string;
  readonly EventIntelligence: readonly string[];
  readonly EndTime: number;
  readonly IsPersistent: number;
  readonly attackCount: number;
  readonly blockedCount: number;
  readonly startTs: number;
  /** Field of the log and its values, the `condition` of EventCondition. */
  readonly condition: Readonly<Record<string, readonly string[]>>;
  readonly sources: readonly TopMetric[];
  readonly targets: readonly TopMetric[];
  readonly types: readonly TopMetric[];
  readonly tools: readonly TopMetric[];
  /** Laid over the list row last. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** Laid over the detail last. */
  readonly detailOverrides?: Readonly<Record<string, unknown>>;
}

/** A well-formed threat event; the same arguments give the same event. */
export function threatEvent(
  seedOrOverrides: string | number | Partial<ThreatEventRecord> = 0,
  more: Partial<ThreatEventRecord> = {},
): ThreatEventRecord {
  const { seed, overrides } = seedAndOverrides(seedOrOverrides, more);
  const source = random("threat", seed);
  const end = overrides.EndTime ?? (FACTORY_EPOCH - source.int(60, 80_000)) * 1000;
  const count = overrides.attackCount ?? source.int(1, 2_000);
  const blocked = overrides.blockedCount ?? source.pick([0, Math.floor(count / 2), count]);
  const src = overrides.EventSrc ?? `198.51.100.${source.int(1, 254)}`;
  const target = overrides.EventTarget ?? "shop.example.com-waf";
  const metric = (Value: string): TopMetric => ({ Value, Cnt: count, Country: "GB", Region: "GB-ENG" });
  return {
    EventId: source.hex(32),
    EventLevel: source.pick(["critical", "high", "medium", "low"]),
    EventTag: source.pick(["MultipleDomainWebattack", "SingleURLSqlattack", "SingleDomainDirscan"]),
    EventSrc: src,
    EventSrcCountry: "GB",
    EventSrcRegion: "GB-ENG",
    EventTarget: target,
    EventSuggest: source.pick(["FixBug", "BlockIP", "SwitchBlock", "KeepConcerned"]),
    EventIntelligence: ["CVE-2020-14882"],
    EndTime: end,
    IsPersistent: 0,
    attackCount: count,
    blockedCount: blocked,
    startTs: Math.floor(end / 1000) - source.int(60, 5_000),
    condition: { real_client_ip: [src] },
    sources: [metric(src)],
    targets: [metric(target)],
    types: [metric("sqli")],
    tools: [metric("sqlmap")],
    ...overrides,
  };
}

export function threatIsTimeDependent(record: ThreatEventRecord): boolean {
  return record.visibleFrom !== undefined || record.growth !== undefined;
}

/** The event as the cloud shows it at `now`. */
export function settleThreatEvent(record: ThreatEventRecord, now: number): ThreatEventRecord | undefined {
  const progress = reached(record, now);
  if (progress === "hidden") return undefined;
  if (progress === "complete") return record;
  const attackCount = sumOf(progress);
  return {
    ...record,
    attackCount,
    blockedCount: Math.floor((record.blockedCount * attackCount) / Math.max(1, record.attackCount)),
    EndTime: (progress.at(-1)?.at ?? 0) * 1000,
  };
}
