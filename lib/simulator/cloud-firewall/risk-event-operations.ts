import { isIP } from "node:net";
import type { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import type { CloudFirewallState } from "@/lib/simulator/cloud-firewall/cloud-firewall-state";
import type { RiskEventRecord } from "@/lib/simulator/cloud-firewall/risk-event";
import { overlaps, readFilter, readWindow } from "@/lib/simulator/cloud-firewall/risk-event-filter";
import { NO_PAYLOAD, riskEventPayload, riskEventRow } from "@/lib/simulator/cloud-firewall/risk-event-wire";
import { pageOf } from "@/lib/simulator/paging";
import { Refusal } from "@/lib/simulator/refusal";

const MAX_PAGE_SIZE = 10;
const DEFAULT_PAGE_SIZE = 6;
const MAX_PAGE_NUMBER = 10_000_000;
const BLOCKED = 2;

function byId(a: RiskEventRecord, b: RiskEventRecord): number {
  return a.EventId < b.EventId ? -1 : 1;
}

/** DescribeRiskEventGroup: by risk level, highest first, unless asked otherwise. */
export function describeRiskEventGroup(state: CloudFirewallState, params: RpcParameters): object {
  params.required("DataType");
  params.oneOf("DataType", ["session"], "ErrorParameters");
  const accepts = readFilter(params, readWindow(params, state.limits.maxSpanDays));
  const lang = params.oneOf("Lang", ["zh", "en"], "ErrorParameters") ?? "zh";
  const withLocation = params.oneOf("NoLocation", ["true", "false"], "ErrorParameters") !== "true";
  params.oneOf("BuyVersion", ["2", "3", "4", "10"], "ErrorParameters");
  const byTime = params.oneOf("Sort", ["VulLevel", "LastTime"], "ErrorParameters") === "LastTime";
  const sign = params.oneOf("Order", ["desc", "asc"], "ErrorParameters") === "asc" ? 1 : -1;
  const size = params.integer("PageSize", 1, MAX_PAGE_SIZE, "ErrorPageNo") ?? DEFAULT_PAGE_SIZE;
  const number = params.integer("CurrentPage", 1, MAX_PAGE_NUMBER, "ErrorPageNo") ?? 1;
  const key = params.key(["PageSize", "CurrentPage", "NoLocation", "Lang"]);
  const rows = state.events.query(key, state.now(), (all) =>
    all
      .filter(accepts)
      .sort((a, b) =>
        byTime
          ? sign * (a.LastEventTime - b.LastEventTime) || byId(a, b)
          : sign * (a.VulLevel - b.VulLevel) || b.LastEventTime - a.LastEventTime || byId(a, b),
      ),
  );
  const { page, total } = pageOf(state.faults, "DescribeRiskEventGroup", rows, (number - 1) * size, size);
  return { TotalCount: total, DataList: page.map((record) => riskEventRow(record, lang, withLocation)) };
}

/** DescribeRiskEventPayload: the evidence of one event, empty when the window does not hold it. */
export function describeRiskEventPayload(state: CloudFirewallState, params: RpcParameters): object {
  const window = readWindow(params, state.limits.maxSpanDays);
  const id = params.required("UUID");
  params.oneOf("FirewallType", ["InternetFirewall", "VpcFirewall"], "ErrorFirewallType");
  for (const name of ["SrcIP", "DstIP", "PublicIP"]) {
    const ip = params.optional(name);
    if (ip !== undefined && isIP(ip) === 0)
      throw new Refusal(400, "ErrorIpFormat", "The IP address is invalid.");
  }
  const record = state.events.get(id, state.now());
  return record && overlaps(record, window) ? riskEventPayload(record) : NO_PAYLOAD;
}

/** DescribeRiskEventStatistic: sums over the window. */
export function describeRiskEventStatistic(state: CloudFirewallState, params: RpcParameters): object {
  const window = readWindow(params, state.limits.maxSpanDays);
  const type = params.integer("AttackType", 1, 13, "ErrorParameters");
  const apps = params.list("AttackApp", "ErrorParameters");
  const source = params.optional("SourceIp");
  const found = state.events
    .visible(state.now())
    .filter(
      (record) =>
        overlaps(record, window) &&
        (type === undefined || record.AttackType === type) &&
        (apps.length === 0 || apps.includes(record.AttackApp)) &&
        (source === undefined || record.SrcIP === source),
    );
  const attacks = (rows: readonly RiskEventRecord[]) =>
    rows.reduce((sum, { EventCount }) => sum + EventCount, 0);
  return {
    AttackCnt: attacks(found),
    DropCnt: attacks(found.filter(({ RuleResult }) => RuleResult === BLOCKED)),
    AttackAppCnt: new Set(found.map(({ AttackApp }) => AttackApp)).size,
    AttackIpCnt: new Set(found.map(({ DstIP }) => DstIP)).size,
  };
}
