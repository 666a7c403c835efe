import { z } from "zod";
import { count, records, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, paging, rangeCheck, text, unixSeconds } from "../parameters";
import { apisecParameters, EVENT_SCOPES, FIFTY_PER_SECOND, FROM_CLUSTER, WAF_API } from "./waf-operation";

/** Lists API-security events. The largest page and the default time window are not documented. */
export const describeApisecEvents = {
  name: "DescribeApisecEvents",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z
    .strictObject({
      ...apisecParameters,
      EventId: text().exactOptional(),
      ApiFormat: text(4096).exactOptional(),
      ApiId: text().exactOptional(),
      ApiTag: text().exactOptional(),
      MatchedHost: text().exactOptional(),
      EventTag: text().exactOptional(),
      EventLevel: choice(["high", "medium", "low"]).exactOptional(),
      UserStatus: choice(["toBeConfirmed", "confirmed", "actioned", "ignored"]).exactOptional(),
      Origin: choice(["custom", "default"]).exactOptional(),
      AttackIp: text().exactOptional(),
      Account: text().exactOptional(),
      EventScope: choice(EVENT_SCOPES).exactOptional(),
      StartTs: unixSeconds().exactOptional(),
      EndTs: unixSeconds().exactOptional(),
      OrderKey: choice(["allCnt", "startTs", "endTs"]).exactOptional(),
      OrderWay: choice(["asc", "desc"]).exactOptional(),
      ...paging(),
    })
    .superRefine(rangeCheck("StartTs", "EndTs")),
  response: z.looseObject({ TotalCount: count, Data: records, RequestId: scalar }),
  fromConnection: FROM_CLUSTER,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: "yundun-waf:DescribeApisecEvents",
  retryableCodes: [],
} as const satisfies CloudOperation;
