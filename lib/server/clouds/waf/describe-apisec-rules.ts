import { z } from "zod";
import { count, records, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, paging, text } from "../parameters";
import { apisecParameters, FIFTY_PER_SECOND, FROM_CLUSTER, WAF_API } from "./waf-operation";

/** Rules of API security: the names behind EventTag (Type `event`) and ApiTag (Type `api_tag`). */
export const describeApisecRules = {
  name: "DescribeApisecRules",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z.strictObject({
    ...apisecParameters,
    Type: choice([
      "risk",
      "event",
      "sensitive_word",
      "auth_flag",
      "api_tag",
      "desensitization",
      "whitelist",
      "recognition",
      "offline_api",
    ]),
    Level: choice(["high", "medium", "low", "S1", "S2", "S3", "S4"]).exactOptional(),
    Name: text().exactOptional(),
    Origin: choice(["custom", "default"]).exactOptional(),
    Status: choice(["0", "1"]).exactOptional(),
    Lang: choice(["zh", "en"]).exactOptional(),
    ...paging(),
  }),
  response: z.looseObject({ TotalCount: count, Data: records, RequestId: scalar }),
  fromConnection: FROM_CLUSTER,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: "yundun-waf:DescribeApisecRules",
  retryableCodes: [],
} as const satisfies CloudOperation;
