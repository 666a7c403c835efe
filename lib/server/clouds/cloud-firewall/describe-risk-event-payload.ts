import { z } from "zod";
import { scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, rangeCheck, text, unixSecondsText } from "../parameters";
import {
  CLOUD_FIREWALL_API,
  FIREWALL_TYPES,
  INTERNAL_FAILURES,
  TEN_PER_SECOND,
} from "./cloud-firewall-operation";

/** The evidence of one risk event. Payload and ParsedContent are hexadecimal in the examples. */
export const describeRiskEventPayload = {
  name: "DescribeRiskEventPayload",
  product: "cloud-firewall",
  api: CLOUD_FIREWALL_API,
  access: "read",
  request: z
    .strictObject({
      StartTime: unixSecondsText(),
      EndTime: unixSecondsText(),
      UUID: text(),
      SrcIP: text().exactOptional(),
      DstIP: text().exactOptional(),
      PublicIP: text().exactOptional(),
      SrcVpcId: text().exactOptional(),
      DstVpcId: text().exactOptional(),
      FirewallType: choice(FIREWALL_TYPES).exactOptional(),
    })
    .superRefine(rangeCheck("StartTime", "EndTime")),
  response: z.looseObject({
    Proto: scalar,
    SrcIP: scalar,
    SrcPort: scalar,
    DstIP: scalar,
    DstPort: scalar,
    SrcVpcId: scalar,
    DstVpcId: scalar,
    Payload: scalar,
    PayloadLen: scalar,
    ParsedContent: scalar,
    HitContentType: scalar,
    HitTo: scalar,
    RealIp: scalar,
    XForwardFor: scalar,
    RequestId: scalar,
  }),
  fromConnection: [],
  budget: TEN_PER_SECOND,
  maxPageSize: null,
  permission: null,
  retryableCodes: INTERNAL_FAILURES,
} as const satisfies CloudOperation;
