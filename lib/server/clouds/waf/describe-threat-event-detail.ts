import { z } from "zod";
import { scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { text } from "../parameters";
import { FIFTY_PER_SECOND, FROM_INSTANCE, instanceParameters, WAF_API } from "./waf-operation";

/** One threat event. Counts come as text; EventId and EventTarget are not echoed. */
export const describeThreatEventDetail = {
  name: "DescribeThreatEventDetail",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z.strictObject({ ...instanceParameters, EventId: text() }),
  response: z.looseObject({
    ThreatEventDetail: z.record(z.string(), z.unknown()).nullish(),
    RequestId: scalar,
  }),
  fromConnection: FROM_INSTANCE,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: "yundun-waf:DescribeThreatEventDetail",
  retryableCodes: [],
} as const satisfies CloudOperation;
