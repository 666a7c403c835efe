import { FACTORY_EPOCH, seedAndOverrides } from "@/lib/simulator/factory-time";
import { reached, sumOf } from "@/lib/simulator/growth";
import { random } from "@/lib/simulator/random";
import type { TimedRecord } from "@/lib/simulator/record-store";

/** Text in the two languages of `Lang`. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

export interface PrivateResource {
  readonly RegionNo: string;
  readonly ResourceInstanceId: string;
  readonly ResourceInstanceName: string;
  readonly ResourcePrivateIP: string;
}

export interface VpcInfo {
  readonly EcsInstanceId: string;
  readonly EcsInstanceName: string;
  readonly NetworkInstanceId: string;
  readonly NetworkInstanceName: string;
  readonly RegionNo: string;
}

export interface IpLocation {
  readonly CityId: string;
  readonly CityName: Localized;
  readonly CountryId: string;
  readonly CountryName: Localized;
}

/** What DescribeRiskEventPayload shows of one event. */
export interface RiskPayload {
  readonly proto: "TCP" | "UDP";
  readonly srcPort: number;
  readonly dstPort: number;
  /** The bytes as text; hex on the wire. */
  readonly text: string;
  /** The part that met the rule; hex on the wire. */
  readonly hit: string;
  readonly realIp: string;
  readonly forwardedFor: string;
}

/** One intrusion-prevention event as the simulator keeps it. Times are Unix seconds. */
export interface RiskEventRecord extends TimedRecord {
  readonly EventId: string;
  readonly EventName: Localized;
  readonly Description: Localized;
  readonly Tag: Localized;
  readonly Direction: string;
  readonly AttackType: number;
  readonly VulLevel: number;
  readonly RuleSource: number;
  readonly RuleResult: number;
  readonly RuleId: string;
  readonly EventCount: number;
  readonly FirstEventTime: number;
  readonly LastEventTime: number;
  readonly SrcIP: string;
  readonly DstIP: string;
  readonly AttackApp: string;
  readonly appCategory: string;
  readonly ResourceType: string;
  readonly ResourcePrivateIPList: readonly PrivateResource[];
  /** Sources behind NAT, outbound only. */
  readonly privateSources: readonly string[];
  /** `json`: one element that is itself a JSON array text, as in the document. `plain`: one element each. */
  readonly privateSourceForm: "json" | "plain";
  readonly firewallType: "InternetFirewall" | "VpcFirewall";
  readonly vpcSource: VpcInfo | null;
  readonly vpcTarget: VpcInfo | null;
  readonly location: IpLocation | null;
  readonly SrcIPTag: string;
  readonly SrcIPTags: readonly string[];
  readonly payload: RiskPayload;
  /** Laid over the list row last. */
  readonly overrides?: Readonly<Record<string, unknown>>;
}

/** A well-formed intrusion-prevention event; the same arguments give the same event. */
export function riskEvent(
  seedOrOverrides: string | number | Partial<RiskEventRecord> = 0,
  more: Partial<RiskEventRecord> = {},
): RiskEventRecord {
  const { seed, overrides } = seedAndOverrides(seedOrOverrides, more);
  const source = random("risk", seed);
  const last = overrides.LastEventTime ?? FACTORY_EPOCH - source.int(60, 80_000);
  return {
    EventId: source.uuid(),
    EventName: { zh: "Web目录穿越攻击", en: "Web directory traversal" },
    Description: {
      zh: "检测到HTTP请求中使用了目录穿越攻击。",
      en: "Directory traversal in an HTTP request.",
    },
    Tag: { zh: "", en: "" },
    Direction: "in",
    AttackType: 9,
    VulLevel: source.int(1, 3),
    RuleSource: source.pick([1, 2, 4]),
    RuleResult: source.int(1, 2),
    RuleId: String(source.int(10_000_000, 10_009_999)),
    EventCount: source.int(1, 300),
    FirstEventTime: last - source.int(0, 5_000),
    LastEventTime: last,
    SrcIP: `203.0.113.${source.int(1, 254)}`,
    DstIP: `192.0.2.${source.int(1, 254)}`,
    AttackApp: "Nginx",
    appCategory: "Web",
    ResourceType: "EIP",
    ResourcePrivateIPList: [],
    privateSources: [],
    privateSourceForm: "json",
    firewallType: "InternetFirewall",
    vpcSource: null,
    vpcTarget: null,
    location: {
      CityId: "510100",
      CityName: { zh: "四川省成都", en: "Chengdu, Sichuan" },
      CountryId: "CN",
      CountryName: { zh: "中国", en: "China" },
    },
    SrcIPTag: "",
    SrcIPTags: [],
    payload: {
      proto: "TCP",
      srcPort: source.int(1024, 65_535),
      dstPort: 80,
      text: "GET /../../etc/passwd HTTP/1.1\r\nHost: shop.example.com\r\n\r\n",
      hit: "../../etc/passwd",
      realIp: "",
      forwardedFor: "",
    },
    ...overrides,
  };
}

export function riskIsTimeDependent(record: RiskEventRecord): boolean {
  return record.visibleFrom !== undefined || record.growth !== undefined;
}

/** The event as the cloud shows it at `now`. */
export function settleRiskEvent(record: RiskEventRecord, now: number): RiskEventRecord | undefined {
  const progress = reached(record, now);
  if (progress === "hidden") return undefined;
  if (progress === "complete") return record;
  return {
    ...record,
    EventCount: sumOf(progress),
    LastEventTime: progress.at(-1)?.at ?? record.LastEventTime,
  };
}
