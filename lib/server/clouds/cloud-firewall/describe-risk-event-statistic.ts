import { z } from "zod";
import { count, scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, rangeCheck, text, unixSecondsText } from "../parameters";
import {
  ATTACK_TYPES,
  BUY_VERSIONS,
  CLOUD_FIREWALL_API,
  INTERNAL_FAILURES,
  names,
  TEN_PER_SECOND,
} from "./cloud-firewall-operation";

/** Counts of attacks, drops, attacked applications and attacked assets (AttackIpCnt). */
export const describeRiskEventStatistic = {
  name: "DescribeRiskEventStatistic",
  product: "cloud-firewall",
  api: CLOUD_FIREWALL_API,
  access: "read",
  request: z
    .strictObject({
      StartTime: unixSecondsText(),
      EndTime: unixSecondsText(),
      AttackType: choice(ATTACK_TYPES).exactOptional(),
      AttackApp: names().exactOptional(),
      BuyVersion: choice(BUY_VERSIONS).exactOptional(),
      Lang: choice(["zh", "en"]).exactOptional(),
      SourceIp: text().exactOptional(),
    })
    .superRefine(rangeCheck("StartTime", "EndTime")),
  response: z.looseObject({
    AttackCnt: count,
    DropCnt: count,
    AttackAppCnt: count,
    AttackIpCnt: count,
    RequestId: scalar,
  }),
  fromConnection: [],
  budget: TEN_PER_SECOND,
  maxPageSize: null,
  permission: null,
  retryableCodes: INTERNAL_FAILURES,
} as const satisfies CloudOperation;
