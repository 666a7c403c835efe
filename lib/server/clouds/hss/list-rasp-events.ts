import { z } from "zod";
import { count, records } from "../answers";
import type { CloudOperation } from "../operation";
import { choice, int, intText, rangeCheck, text } from "../parameters";

const MIN_PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 200;
const LARGEST_OFFSET = 2_000_000;
const LARGEST_LONG = 9_223_372_036_854_775_807n;

function unixMilliseconds() {
  return intText(0n, LARGEST_LONG).describe("Unix time in milliseconds");
}

/**
 * Lists attacks seen inside applications. Filter words are case-sensitive: the cloud answers an unknown one
 * with an empty list, so that it must be refused here. 5 calls a minute per user and per source address.
 */
export const listRaspEvents = {
  name: "ListRaspEvents",
  product: "hss",
  api: { style: "huawei-rest", method: "GET", path: "/v5/{project_id}/rasp/events" },
  access: "read",
  request: z
    .strictObject({
      project_id: text(256).exactOptional(),
      enterprise_project_id: text(256).exactOptional(),
      start_time: unixMilliseconds(),
      end_time: unixMilliseconds(),
      host_id: text(64).exactOptional(),
      offset: int(0, LARGEST_OFFSET).default(0),
      limit: int(MIN_PAGE_SIZE, MAX_PAGE_SIZE).default(MIN_PAGE_SIZE),
      app_type: choice(["java"]).exactOptional(),
      severity: choice(["Security", "Low", "Medium", "High", "Critical"]).exactOptional(),
      attack_tag: choice([
        "Attack Success",
        "Attack Attempt",
        "Attack Blocked",
        "Abnormal Behavior",
        "Collapsible Host",
        "System Vulnerability",
      ]).exactOptional(),
      protect_status: choice(["closed", "opened"]).exactOptional(),
    })
    .superRefine(rangeCheck("start_time", "end_time")),
  response: z.looseObject({ total_num: count, data_list: records }),
  fromConnection: ["project_id", "enterprise_project_id"],
  budget: { calls: 5, perMs: 60_000 },
  maxPageSize: MAX_PAGE_SIZE,
  permission: null,
  retryableCodes: [],
} as const satisfies CloudOperation;
