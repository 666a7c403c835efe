import type { ApisecEventRecord } from "@/lib/simulator/waf/apisec-event";

const INDENT = 4;

/** Attackers in the wire form: snake case, the count as text. */
function attackersOf(record: ApisecEventRecord): object[] {
  return record.attackers.map(({ ip, countryId, regionId, count }) => ({
    ip,
    country_id: countryId,
    region_id: regionId,
    cnt: String(count),
  }));
}

/**
 * Written by hand: `JSON.stringify` would put number-like keys in order, the cloud does not.
 */
function attackCountsText(record: ApisecEventRecord): string {
  if (record.attackCounts.length === 0) return "{}";
  return `{\n${record.attackCounts.map(({ at, count }) => `    "${at}": ${count}`).join(",\n")}\n}`;
}

function deprecatedFieldsOf(record: ApisecEventRecord): object {
  if (record.deprecatedFields === "absent") return {};
  if (record.deprecatedFields === "empty") {
    return {
      AttackIp: "",
      AttackIps: [],
      AttackIpInfo: "",
      AttackCntInfo: "",
      EventInfo: "",
      RequestData: "{}",
      ResponseData: "{}",
    };
  }
  const eventInfo = { ip_info: attackersOf(record), rule_id: record.rule.id, rule_tag: record.rule.tag };
  return {
    AttackIp: record.attackers[0]?.ip ?? "",
    // The documented example carries a line feed at the end of each address.
    AttackIps: record.attackers.map(({ ip }) => `${ip}\n`),
    AttackIpInfo: JSON.stringify(attackersOf(record), null, INDENT),
    AttackCntInfo: attackCountsText(record),
    EventInfo: `${JSON.stringify(eventInfo, null, INDENT)}\n`,
    RequestData: JSON.stringify(record.request ?? {}),
    ResponseData: JSON.stringify(record.response ?? {}),
  };
}

/** One row of DescribeApisecEvents. */
export function apisecEventRow(record: ApisecEventRecord): object {
  return {
    Origin: record.Origin,
    EventLevel: record.EventLevel,
    StartTs: record.StartTs,
    ApiFormat: record.ApiFormat,
    ApiTag: record.ApiTag,
    UserStatus: record.UserStatus,
    Follow: record.Follow,
    EventId: record.EventId,
    EndTs: record.EndTs,
    AllCnt: record.AllCnt,
    RemoteCountry: record.RemoteCountry,
    RemoteRegion: record.RemoteRegion,
    AttackClient: record.AttackClient,
    EventTag: record.EventTag,
    MatchedHost: record.MatchedHost,
    Note: record.Note,
    ApiId: record.ApiId,
    AttackerList: record.AttackerList,
    ...deprecatedFieldsOf(record),
    ...record.overrides,
  };
}

export const DETAIL_TYPES = [
  "event_info",
  "api_info",
  "cnt_info",
  "ip_info",
  "sensitive_info",
  "request_data",
  "response_data",
] as const;

export type DetailType = (typeof DETAIL_TYPES)[number];

/** Only the shape of `event_info` is published; the other six are this simulator's own guess. */
function detailValue(record: ApisecEventRecord, type: DetailType): string {
  switch (type) {
    case "event_info":
      return JSON.stringify({
        location: [...new Set(record.attackers.map(({ countryId }) => countryId))],
        location_type: "country",
      });
    case "api_info":
      return JSON.stringify({
        api_id: record.ApiId,
        api_format: record.ApiFormat,
        api_tag: record.ApiTag,
        matched_host: record.MatchedHost,
        method: record.request?.method ?? "GET",
      });
    case "cnt_info":
      return attackCountsText(record);
    case "ip_info":
      return JSON.stringify(attackersOf(record));
    case "sensitive_info":
      return JSON.stringify(record.sensitive);
    case "request_data":
      return JSON.stringify(record.request ?? {});
    case "response_data":
      return JSON.stringify(record.response ?? {});
  }
}

/** The answer of DescribeApisecEventDetail: times and the count are text here, unlike in the list. */
export function apisecEventDetail(record: ApisecEventRecord, type: DetailType): object {
  return {
    EventId: record.EventId,
    EventTag: record.EventTag,
    EventLevel: record.EventLevel,
    EventScope: record.EventScope,
    Origin: record.Origin,
    UserStatus: record.UserStatus,
    Note: record.Note,
    AttackerList: record.AttackerList,
    AttackCnt: String(record.AllCnt),
    StartTs: String(record.StartTs),
    EndTs: String(record.EndTs),
    DetailValue: detailValue(record, type),
  };
}
