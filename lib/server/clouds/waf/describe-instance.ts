import { z } from "zod";
import { anything, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { FIFTY_PER_SECOND, FROM_SITE, siteParameters, WAF_API } from "./waf-operation";

/** The account's one WAF instance of a site (mainland or outside). StartTime, EndTime: milliseconds. */
export const describeInstance = {
  name: "DescribeInstance",
  product: "waf",
  api: WAF_API,
  access: "read",
  request: z.strictObject({ ...siteParameters }),
  response: z.looseObject({
    InstanceId: z.string().nullish(),
    RegionId: scalar,
    Status: scalar,
    Edition: scalar,
    PayType: scalar,
    InDebt: scalar,
    StartTime: scalar,
    EndTime: scalar,
    ProcessStatus: scalar,
    Details: anything,
    RequestId: scalar,
  }),
  fromConnection: FROM_SITE,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: null,
  retryableCodes: [],
} as const satisfies CloudOperation;
