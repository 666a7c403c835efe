import { z } from "zod";
import { scalar } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, list, text } from "../parameters";
import { apisecParameters, EVENT_SCOPES, FIFTY_PER_SECOND, FROM_CLUSTER, WAF_API } from "./waf-operation";

/** Neither is documented; values travel in the URL, which gateways bound to some ten thousand characters. */
export const MOST_EVENT_IDS = 100;
export const LONGEST_NOTE = 1000;

/**
 * Sets status and note of events. Answers only a RequestId: what really changed must be read back.
 * `actioned` can be read but not written.
 */
export const modifyApisecEvents = {
  name: "ModifyApisecEvents",
  product: "waf",
  api: WAF_API,
  access: "write",
  request: z.strictObject({
    ...apisecParameters,
    EventIds: list(MOST_EVENT_IDS),
    UserStatus: choice(["toBeConfirmed", "confirmed", "ignored"]),
    Note: text(LONGEST_NOTE).exactOptional(),
    EventScope: choice(EVENT_SCOPES).exactOptional(),
  }),
  response: z.looseObject({ RequestId: scalar }),
  fromConnection: FROM_CLUSTER,
  budget: FIFTY_PER_SECOND,
  maxPageSize: null,
  permission: "yundun-waf:ModifyApisecEvents",
  retryableCodes: [],
} as const satisfies CloudOperation;
