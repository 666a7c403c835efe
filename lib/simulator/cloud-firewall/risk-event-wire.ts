import type { Localized, RiskEventRecord, VpcInfo } from "@/lib/simulator/cloud-firewall/risk-event";

export type Lang = keyof Localized;

const NO_VPC: VpcInfo = {
  EcsInstanceId: "",
  EcsInstanceName: "",
  NetworkInstanceId: "",
  NetworkInstanceName: "",
  RegionNo: "",
};

function locationOf(record: RiskEventRecord, lang: Lang): object {
  if (!record.location) return { CityId: "", CityName: "", CountryId: "", CountryName: "" };
  const { CityId, CityName, CountryId, CountryName } = record.location;
  return { CityId, CityName: CityName[lang], CountryId, CountryName: CountryName[lang] };
}

function privateSourcesOf(record: RiskEventRecord): readonly string[] {
  if (record.Direction !== "out" || record.privateSources.length === 0) return [];
  return record.privateSourceForm === "json"
    ? [JSON.stringify(record.privateSources)]
    : record.privateSources;
}

/** Without a VPC the objects arrive empty or with empty texts; which of them depends on the event. */
function vpcsOf(record: RiskEventRecord): object {
  const none = record.EventId < "8" ? {} : NO_VPC;
  return { VpcSrcInfo: record.vpcSource ?? none, VpcDstInfo: record.vpcTarget ?? none };
}

/** One row of DescribeRiskEventGroup in the language asked for. */
export function riskEventRow(record: RiskEventRecord, lang: Lang, withLocation: boolean): object {
  return {
    Direction: record.Direction,
    EventName: record.EventName[lang],
    DstIP: record.DstIP,
    AttackType: record.AttackType,
    Tag: record.Tag[lang],
    RuleId: record.RuleId,
    EventId: record.EventId,
    ResourceType: record.ResourceType,
    FirstEventTime: record.FirstEventTime,
    Description: record.Description[lang],
    EventCount: record.EventCount,
    VulLevel: record.VulLevel,
    AttackApp: record.AttackApp,
    RuleSource: record.RuleSource,
    RuleResult: record.RuleResult,
    SrcIP: record.SrcIP,
    LastEventTime: record.LastEventTime,
    ResourcePrivateIPList: record.ResourcePrivateIPList,
    SrcPrivateIPList: privateSourcesOf(record),
    ...vpcsOf(record),
    IPLocationInfo: withLocation ? locationOf(record, lang) : {},
    SrcIPTag: record.SrcIPTag,
    SrcIPTags: record.SrcIPTags,
    ...record.overrides,
  };
}

function hex(text: string): string {
  return Buffer.from(text, "utf8").toString("hex");
}

/** The answer of DescribeRiskEventPayload; flat, payload and hit in hex. */
export function riskEventPayload(record: RiskEventRecord): object {
  const { payload } = record;
  const bytes = Buffer.byteLength(payload.text, "utf8");
  const start = Math.max(0, Buffer.from(payload.text, "utf8").indexOf(payload.hit));
  return {
    Proto: payload.proto,
    SrcIP: record.SrcIP,
    SrcPort: payload.srcPort,
    DstIP: record.DstIP,
    DstPort: payload.dstPort,
    SrcVpcId: record.vpcSource?.NetworkInstanceId ?? "",
    DstVpcId: record.vpcTarget?.NetworkInstanceId ?? "",
    Payload: hex(payload.text),
    PayloadLen: bytes,
    ParsedContent: hex(payload.hit),
    HitContentType: 1,
    HitTo: start + Buffer.byteLength(payload.hit, "utf8"),
    RealIp: payload.realIp,
    XForwardFor: payload.forwardedFor,
  };
}

/** The same answer when no such event lies in the window: the log query found nothing. */
export const NO_PAYLOAD = {
  Proto: "",
  SrcIP: "",
  SrcPort: 0,
  DstIP: "",
  DstPort: 0,
  SrcVpcId: "",
  DstVpcId: "",
  Payload: "",
  PayloadLen: 0,
  ParsedContent: "",
  HitContentType: 0,
  HitTo: 0,
  RealIp: "",
  XForwardFor: "",
} as const;
