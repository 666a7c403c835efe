import { z } from "zod";
import { records, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, text } from "../parameters";
import { apisecParameters, FIFTY_PER_SECOND, FROM_CLUSTER, WAF_API } from "./waf-operation";

/** The cloud's history of one event (or risk). No paging, no total, no documented order. Time: seconds. */
export const describeApisecUserOperations = {
  name: "DescribeApisecUserOperations",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z.strictObject({
    ...apisecParameters,
    ObjectId: text(),
    Type: choice(["event", "abnormal"]).exactOptional(),
  }),
  response: z.looseObject({ Data: records, RequestId: scalar }),
  fromConnection: FROM_CLUSTER,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: "yundun-waf:DescribeApisecUserOperations",
  retryableCodes: [],
} as const satisfies CloudOperation;
