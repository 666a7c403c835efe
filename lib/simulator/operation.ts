/** Every operation the simulator answers, under the documents' own names. */
export const WAF_OPERATIONS = [
  "DescribeInstance",
  "DescribeApisecEvents",
  "DescribeApisecEventDetail",
  "DescribeApisecRules",
  "DescribeApisecUserOperations",
  "ModifyApisecEvents",
  "DescribeThreatEvent",
  "DescribeThreatEventDetail",
  "DescribeThreatEventTopMetric",
] as const;

export const CLOUD_FIREWALL_OPERATIONS = [
  "DescribeRiskEventGroup",
  "DescribeRiskEventPayload",
  "DescribeRiskEventStatistic",
] as const;

export type WafOperation = (typeof WAF_OPERATIONS)[number];
export type CloudFirewallOperation = (typeof CLOUD_FIREWALL_OPERATIONS)[number];
export type HssOperation = "ListRaspEvents";
/** The IAM call that answers a token; the documents give the route, not a name. */
export type IamOperation = "CreateToken";
export type Operation = WafOperation | CloudFirewallOperation | HssOperation | IamOperation;
