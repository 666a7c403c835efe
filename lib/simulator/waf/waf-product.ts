import type { RpcProduct } from "@/lib/simulator/alibaba/rpc-dialect";
import type { WafOperation } from "@/lib/simulator/operation";
import {
  describeApisecEventDetail,
  describeApisecEvents,
  describeApisecUserOperations,
  modifyApisecEvents,
} from "@/lib/simulator/waf/apisec-operations";
import { describeApisecRules } from "@/lib/simulator/waf/apisec-rules";
import {
  describeThreatEvent,
  describeThreatEventDetail,
  describeThreatEventTopMetric,
} from "@/lib/simulator/waf/threat-operations";
import { describeInstance } from "@/lib/simulator/waf/waf-instance";
import type { WafState } from "@/lib/simulator/waf/waf-state";

const SECOND_MS = 1000;

/** WAF 3.0 with the state it works on; `userIdOf` names the account behind an access key. */
export function wafProduct(
  state: WafState,
  userIdOf: (accessKeyId: string) => string,
): RpcProduct<WafOperation> {
  return {
    version: "2021-10-01",
    operations: {
      DescribeInstance: (params) => describeInstance(state, params),
      DescribeApisecEvents: (params) => describeApisecEvents(state, params),
      DescribeApisecEventDetail: (params) => describeApisecEventDetail(state, params),
      DescribeApisecRules: (params) => describeApisecRules(state, params),
      DescribeApisecUserOperations: (params) => describeApisecUserOperations(state, params),
      ModifyApisecEvents: (params, caller) => modifyApisecEvents(state, params, userIdOf(caller)),
      DescribeThreatEvent: (params) => describeThreatEvent(state, params),
      DescribeThreatEventDetail: (params) => describeThreatEventDetail(state, params),
      DescribeThreatEventTopMetric: (params) => describeThreatEventTopMetric(state, params),
    },
    limitOf: () => ({ calls: state.limits.queriesPerSecond, windowMs: SECOND_MS, window: "aligned" }),
  };
}
