import { z } from "zod";
import { records, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, text } from "../parameters";
import { FIFTY_PER_SECOND, FROM_INSTANCE, instanceParameters, WAF_API } from "./waf-operation";

/** What can be ranked about one threat event; five entries at most. */
export const TOP_METRICS = ["time", "src", "target", "type", "tools"] as const;

export const describeThreatEventTopMetric = {
  name: "DescribeThreatEventTopMetric",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z.strictObject({ ...instanceParameters, EventId: text(), Metric: choice(TOP_METRICS) }),
  response: z.looseObject({ TopMetrics: records, RequestId: scalar }),
  fromConnection: FROM_INSTANCE,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: null,
  retryableCodes: [],
} as const satisfies CloudOperation;
