import { z } from "zod";
import { anything, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, text } from "../parameters";
import { apisecParameters, EVENT_SCOPES, FIFTY_PER_SECOND, FROM_CLUSTER, WAF_API } from "./waf-operation";

/** The facets of an API-security event, in the documents' order; `event_info` is the default. */
export const DETAIL_TYPES = [
  "event_info",
  "api_info",
  "cnt_info",
  "ip_info",
  "sensitive_info",
  "request_data",
  "response_data",
] as const;

/** One facet of one event. DetailValue is JSON text; counts and times come as text, times in seconds. */
export const describeApisecEventDetail = {
  name: "DescribeApisecEventDetail",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z.strictObject({
    ...apisecParameters,
    EventId: text(),
    EventScope: choice(EVENT_SCOPES).exactOptional(),
    DetailType: choice(DETAIL_TYPES).exactOptional(),
  }),
  response: z.looseObject({
    EventId: scalar,
    EventTag: scalar,
    EventLevel: scalar,
    EventScope: scalar,
    Origin: scalar,
    UserStatus: scalar,
    Note: scalar,
    AttackerList: anything,
    AttackCnt: scalar,
    StartTs: scalar,
    EndTs: scalar,
    DetailValue: anything,
    RequestId: scalar,
  }),
  fromConnection: FROM_CLUSTER,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: "yundun-waf:DescribeApisecEventDetail",
  retryableCodes: [],
} as const satisfies CloudOperation;
