import type { Product } from "@/lib/events/source-id";
import { describeRiskEventGroup } from "./cloud-firewall/describe-risk-event-group";
import { describeRiskEventPayload } from "./cloud-firewall/describe-risk-event-payload";
import { describeRiskEventStatistic } from "./cloud-firewall/describe-risk-event-statistic";
import { listRaspEvents } from "./hss/list-rasp-events";
import type { CloudOperation } from "./operation";
import { describeApisecEventDetail } from "./waf/describe-apisec-event-detail";
import { describeApisecEvents } from "./waf/describe-apisec-events";
import { describeApisecRules } from "./waf/describe-apisec-rules";
import { describeApisecUserOperations } from "./waf/describe-apisec-user-operations";
import { describeInstance } from "./waf/describe-instance";
import { describeThreatEvent } from "./waf/describe-threat-event";
import { describeThreatEventDetail } from "./waf/describe-threat-event-detail";
import { describeThreatEventTopMetric } from "./waf/describe-threat-event-top-metric";
import { modifyApisecEvents } from "./waf/modify-apisec-events";

/** Every operation that Watchfloor calls, by product. */
export const OPERATIONS: Readonly<Record<Product, readonly CloudOperation[]>> = {
  waf: [
    describeInstance,
    describeApisecEvents,
    describeApisecEventDetail,
    describeApisecRules,
    describeApisecUserOperations,
    modifyApisecEvents,
    describeThreatEvent,
    describeThreatEventDetail,
    describeThreatEventTopMetric,
  ],
  "cloud-firewall": [describeRiskEventGroup, describeRiskEventPayload, describeRiskEventStatistic],
  hss: [listRaspEvents],
};

/** The operation of a product by its exact name. */
export function findOperation(product: Product, name: string): CloudOperation | undefined {
  return OPERATIONS[product].find((operation) => operation.name === name);
}

/** The operations of a product that change nothing: what may be passed through live. */
export function readOperations(product: Product): readonly CloudOperation[] {
  return OPERATIONS[product].filter((operation) => operation.access === "read");
}
