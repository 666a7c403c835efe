import { describe, expect, test } from "vitest";
import { FACTORY_EPOCH, threatEvent } from "@/lib/simulator";
import { emptyWaf, NOW, WINDOW } from "@/tests/support/empty-waf";
import { waf } from "@/tests/support/simulator-client";

const simulator = emptyWaf();

describe("bad parameters are refused with the documented codes", () => {
  test.each([
    ["DescribeApisecEvents", { InstanceId: "" }, "MissingInstanceId"],
    ["DescribeApisecEvents", { InstanceId: "waf-unknown" }, "InvalidInstanceId"],
    ["DescribeApisecEvents", { RegionId: "cn-beijing" }, "InvalidRegionId"],
    ["DescribeApisecEvents", { RegionId: "ap-southeast-1" }, "InvalidInstanceId"],
    ["DescribeApisecEvents", { PageSize: 101 }, "InvalidPageSize"],
    ["DescribeApisecEvents", { PageSize: 0 }, "InvalidPageSize"],
    ["DescribeApisecEvents", { PageNumber: "one" }, "InvalidPageNumber"],
    ["DescribeApisecEvents", { StartTs: 2, EndTs: 1 }, "InvalidStartTs"],
    ["DescribeApisecEvents", { StartTs: NOW }, "InvalidStartTs"],
    ["DescribeApisecEvents", { EventLevel: "critical" }, "InvalidEventLevel"],
    ["DescribeApisecEvents", { UserStatus: "Ignore" }, "InvalidUserStatus"],
    ["DescribeApisecEvents", { EventScope: "host" }, "InvalidEventScope"],
    ["DescribeApisecEvents", { OrderKey: "AllCnt" }, "InvalidOrderKey"],
    ["DescribeApisecEvents", { OrderWay: "down" }, "InvalidOrderWay"],
    ["DescribeApisecEventDetail", {}, "MissingEventId"],
    ["DescribeApisecEventDetail", { EventId: "nothing" }, "InvalidEventId"],
    ["DescribeApisecEventDetail", { EventId: "x", DetailType: "all" }, "InvalidDetailType"],
    ["DescribeApisecRules", {}, "MissingType"],
    ["DescribeApisecRules", { Type: "everything" }, "InvalidType"],
    ["DescribeApisecUserOperations", {}, "MissingObjectId"],
    ["ModifyApisecEvents", { UserStatus: "ignored" }, "MissingEventIds"],
    ["ModifyApisecEvents", { "EventIds.1": "x" }, "MissingUserStatus"],
    ["ModifyApisecEvents", { "EventIds.1": "x", UserStatus: "actioned" }, "InvalidUserStatus"],
    ["DescribeThreatEvent", {}, "MissingStartTime"],
    ["DescribeThreatEvent", { StartTime: NOW }, "MissingEndTime"],
    ["DescribeThreatEvent", { StartTime: FACTORY_EPOCH, EndTime: NOW }, "InvalidStartTime"],
    ["DescribeThreatEvent", { StartTime: NOW, EndTime: NOW - 1 }, "InvalidStartTime"],
    ["DescribeThreatEvent", { ...WINDOW, PageSize: 201 }, "InvalidPageSize"],
    ["DescribeThreatEventDetail", { EventId: "nothing" }, "InvalidEventId"],
    ["DescribeThreatEventTopMetric", {}, "MissingEventId"],
  ])("%s with %j answers %s", async (action, params, code) => {
    expect(await waf(simulator(), action, params)).toMatchObject({ status: 400, code });
  });

  test("DescribeThreatEventTopMetric names the metric that is missing or unknown", async () => {
    const event = threatEvent(1);
    simulator().controls.waf.addThreatEvent(event);
    const answers = await Promise.all([
      waf(simulator(), "DescribeThreatEventTopMetric", { EventId: event.EventId }),
      waf(simulator(), "DescribeThreatEventTopMetric", { EventId: event.EventId, Metric: "colour" }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(["MissingMetric", "InvalidMetric"]);
  });

  test("an error body carries code, message and the request id of the header", async () => {
    const answer = await waf(simulator(), "DescribeApisecEvents", { PageSize: 0 });
    expect(answer.json).toMatchObject({
      Code: "InvalidPageSize",
      Message: expect.stringContaining("PageSize"),
      RequestId: answer.headers["x-acs-request-id"],
    });
  });
});

describe("DescribeInstance", () => {
  test("finds the instance in its region and nothing in the other one", async () => {
    const here = await waf(simulator(), "DescribeInstance", { InstanceId: "", RegionId: "cn-hangzhou" });
    const there = await waf(simulator(), "DescribeInstance", { InstanceId: "", RegionId: "ap-southeast-1" });
    expect(here.json).toMatchObject({
      InstanceId: simulator().credentials.instanceId,
      InDebt: "0",
      Status: 1,
    });
    expect(Object.keys(there.json)).toEqual(["RequestId"]);
  });
});
