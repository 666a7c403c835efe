import type { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import { Refusal } from "@/lib/simulator/refusal";
import type { WafState } from "@/lib/simulator/waf/waf-state";

const REGIONS = ["cn-hangzhou", "ap-southeast-1"] as const;
/** 2022-05-30 00:00 and 2122-06-01 00:00 in Beijing, milliseconds: the far end is the documents' "never". */
const INSTANCE_START = 1653840000000;
const NEVER = 4809859200000;

/** @throws Refusal MissingInstanceId, InvalidInstanceId, InvalidRegionId. */
export function requireInstance(state: WafState, params: RpcParameters): void {
  const id = params.required("InstanceId");
  const region = params.oneOf("RegionId", REGIONS);
  if (id !== state.instance?.InstanceId || (region !== undefined && region !== state.instance.RegionId)) {
    throw new Refusal(400, "InvalidInstanceId", `The WAF instance ${id} does not exist in this region.`);
  }
}

/** DescribeInstance: an account owns at most one instance per site; another region answers no fields. */
export function describeInstance(state: WafState, params: RpcParameters): object {
  const region = params.oneOf("RegionId", REGIONS) ?? "cn-hangzhou";
  if (region !== state.instance?.RegionId) return {};
  return {
    ...state.instance,
    Status: 1,
    Edition: "default_version",
    PayType: "POSTPAY",
    InDebt: "0",
    StartTime: INSTANCE_START,
    EndTime: NEVER,
    Details: { Apisec: true, AgenticApisec: false, HybridCloud: false },
  };
}
