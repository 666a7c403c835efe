import { z } from "zod";
import { count, records, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, intText, rangeCheck, text, unixSecondsText } from "../parameters";
import {
  ATTACK_TYPES,
  BUY_VERSIONS,
  CLOUD_FIREWALL_API,
  FIREWALL_TYPES,
  INTERNAL_FAILURES,
  names,
  TEN_PER_SECOND,
} from "./cloud-firewall-operation";

const MAX_PAGE_SIZE = 10;
const LARGEST_PAGE = 2_147_483_647n;

/** Lists risk events, grouped. Request numbers travel as text, response times are numbers of seconds. */
export const describeRiskEventGroup = {
  name: "DescribeRiskEventGroup",
  product: "cloud-firewall",
  api: CLOUD_FIREWALL_API,
  access: "read",
  request: z
    .strictObject({
      StartTime: unixSecondsText(),
      EndTime: unixSecondsText(),
      DataType: choice(["session"]).default("session"),
      Lang: choice(["zh", "en"]).exactOptional(),
      Direction: choice(["in", "out"]).exactOptional(),
      PageSize: intText(1n, BigInt(MAX_PAGE_SIZE)).exactOptional(),
      CurrentPage: intText(1n, LARGEST_PAGE).exactOptional(),
      RuleSource: choice(["1", "2", "4"]).exactOptional(),
      RuleResult: choice(["1", "2"]).exactOptional(),
      VulLevel: choice(["1", "2", "3"]).exactOptional(),
      AttackType: choice(ATTACK_TYPES).exactOptional(),
      SrcIP: text().exactOptional(),
      DstIP: text().exactOptional(),
      FirewallType: choice(FIREWALL_TYPES).exactOptional(),
      SrcNetworkInstanceId: text().exactOptional(),
      DstNetworkInstanceId: text().exactOptional(),
      NoLocation: choice(["true", "false"]).exactOptional(),
      AttackApp: names().exactOptional(),
      AttackAppCategory: names().exactOptional(),
      BuyVersion: choice(BUY_VERSIONS).exactOptional(),
      Sort: choice(["VulLevel", "LastTime"]).exactOptional(),
      Order: choice(["asc", "desc"]).exactOptional(),
      EventName: text().exactOptional(),
      IsOnlyPrivateAssoc: choice(["true", "false"]).exactOptional(),
    })
    .superRefine(rangeCheck("StartTime", "EndTime")),
  response: z.looseObject({ TotalCount: count, DataList: records, RequestId: scalar }),
  fromConnection: [],
  budget: TEN_PER_SECOND,
  maxPageSize: MAX_PAGE_SIZE,
  permission: "yundun-cloudfirewall:DescribeRiskEventGroup",
  retryableCodes: INTERNAL_FAILURES,
} as const satisfies CloudOperation;
