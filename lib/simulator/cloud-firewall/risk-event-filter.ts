import { isIP } from "node:net";
import type { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import type { RiskEventRecord } from "@/lib/simulator/cloud-firewall/risk-event";
import { Refusal } from "@/lib/simulator/refusal";

const MAX_SECONDS = 99_999_999_999;
const MAX_ATTACK_TYPE = 13;

export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** @throws Refusal MissingStartTime, MissingEndTime, ErrorTimeError, ErrorIntervalError. */
export function readWindow(params: RpcParameters, maxSpanDays: number | null): TimeWindow {
  params.required("StartTime");
  params.required("EndTime");
  const from = params.integer("StartTime", 0, MAX_SECONDS, "ErrorTimeError") ?? 0;
  const to = params.integer("EndTime", 0, MAX_SECONDS, "ErrorTimeError") ?? 0;
  if (from > to) throw new Refusal(400, "ErrorTimeError", "time range invalid.");
  if (maxSpanDays !== null && to - from > maxSpanDays * 86_400) {
    throw new Refusal(400, "ErrorIntervalError", "The interval is invalid.");
  }
  return { from, to };
}

function readIp(params: RpcParameters, name: string): string | undefined {
  const ip = params.optional(name);
  if (ip !== undefined && isIP(ip) === 0)
    throw new Refusal(400, "ErrorIpFormat", "The IP address is invalid.");
  return ip;
}

function readNumber(
  params: RpcParameters,
  name: string,
  allowed: readonly string[],
  code: string,
): number | undefined {
  const text = params.oneOf(name, allowed, code);
  return text === undefined ? undefined : Number(text);
}

/** An event belongs to a window when any part of its life does. */
export function overlaps(record: RiskEventRecord, { from, to }: TimeWindow): boolean {
  return record.LastEventTime >= from && record.FirstEventTime <= to;
}

type Test = (record: RiskEventRecord) => boolean;

/** The filters of DescribeRiskEventGroup. @throws Refusal with the codes of the operation's error table. */
export function readFilter(params: RpcParameters, window: TimeWindow): Test {
  const tests: Test[] = [(record) => overlaps(record, window)];
  function equals<V>(wanted: V | undefined, read: (record: RiskEventRecord) => V): void {
    if (wanted !== undefined) tests.push((record) => read(record) === wanted);
  }
  function anyOf(wanted: readonly string[], read: (record: RiskEventRecord) => string): void {
    if (wanted.length > 0) tests.push((record) => wanted.includes(read(record)));
  }
  const firewall =
    params.oneOf("FirewallType", ["InternetFirewall", "VpcFirewall"], "ErrorFirewallType") ??
    "InternetFirewall";
  equals(firewall, (record) => record.firewallType);
  equals<string>(
    params.oneOf("Direction", ["in", "out"], "ErrorDirectionError"),
    (record) => record.Direction,
  );
  equals(
    readNumber(params, "RuleSource", ["1", "2", "4"], "ErrorRuleSourceError"),
    (record) => record.RuleSource,
  );
  equals(readNumber(params, "RuleResult", ["1", "2"], "ErrorRuleResultError"), (record) => record.RuleResult);
  equals(readNumber(params, "VulLevel", ["1", "2", "3"], "ErrorVulLevelFailed"), (record) => record.VulLevel);
  equals(params.integer("AttackType", 1, MAX_ATTACK_TYPE, "ErrorParameters"), (record) => record.AttackType);
  equals(readIp(params, "SrcIP"), (record) => record.SrcIP);
  equals(readIp(params, "DstIP"), (record) => record.DstIP);
  anyOf(params.list("AttackApp", "ErrorParameters"), (record) => record.AttackApp);
  anyOf(params.list("AttackAppCategory", "ErrorParameters"), (record) => record.appCategory);
  const name = params.optional("EventName");
  if (name !== undefined) tests.push(({ EventName }) => EventName.zh === name || EventName.en === name);
  if (params.oneOf("IsOnlyPrivateAssoc", ["true", "false"], "ErrorParameters") === "true") {
    tests.push((record) => record.ResourcePrivateIPList.length > 0 || record.privateSources.length > 0);
  }
  if (firewall === "VpcFirewall") {
    equals(params.optional("SrcNetworkInstanceId"), (record) => record.vpcSource?.NetworkInstanceId);
    equals(params.optional("DstNetworkInstanceId"), (record) => record.vpcTarget?.NetworkInstanceId);
  }
  return (record) => tests.every((test) => test(record));
}
