import { z } from "zod";
import { count, records, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { int, paging, rangeCheck, text } from "../parameters";
import { FIFTY_PER_SECOND, FROM_INSTANCE, instanceParameters, WAF_API } from "./waf-operation";

const MAX_PAGE_SIZE = 200;

function unixMilliseconds() {
  return int(0, Number.MAX_SAFE_INTEGER).describe("Unix time in milliseconds");
}

/** Lists threat events. Times in milliseconds: examples and SDK agree, some page texts say seconds. */
export const describeThreatEvent = {
  name: "DescribeThreatEvent",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z
    .strictObject({
      ...instanceParameters,
      StartTime: unixMilliseconds(),
      EndTime: unixMilliseconds(),
      DomainName: text().exactOptional(),
      ...paging(MAX_PAGE_SIZE),
    })
    .superRefine(rangeCheck("StartTime", "EndTime")),
  response: z.looseObject({ TotalCount: count, ThreatEvents: records, RequestId: scalar }),
  fromConnection: FROM_INSTANCE,
  budget: FIFTY_PER_SECOND,
  maxPageSize: MAX_PAGE_SIZE,
  permission: "yundun-waf:DescribeThreatEvent",
  retryableCodes: [],
} as const satisfies CloudOperation;
