import type { RpcProduct } from "@/lib/simulator/alibaba/rpc-dialect";
import type { CloudFirewallState } from "@/lib/simulator/cloud-firewall/cloud-firewall-state";
import {
  describeRiskEventGroup,
  describeRiskEventPayload,
  describeRiskEventStatistic,
} from "@/lib/simulator/cloud-firewall/risk-event-operations";
import type { CloudFirewallOperation } from "@/lib/simulator/operation";

const SECOND_MS = 1000;

/** Cloud Firewall with the state it works on. */
export function cloudFirewallProduct(state: CloudFirewallState): RpcProduct<CloudFirewallOperation> {
  return {
    version: "2017-12-07",
    operations: {
      DescribeRiskEventGroup: (params) => describeRiskEventGroup(state, params),
      DescribeRiskEventPayload: (params) => describeRiskEventPayload(state, params),
      DescribeRiskEventStatistic: (params) => describeRiskEventStatistic(state, params),
    },
    limitOf: () => ({ calls: state.limits.queriesPerSecond, windowMs: SECOND_MS, window: "aligned" }),
  };
}
