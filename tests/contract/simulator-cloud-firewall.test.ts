import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  FACTORY_EPOCH,
  type RiskEventRecord,
  riskEvent,
  type Simulator,
  startSimulator,
} from "@/lib/simulator";
import { firewall, rowsOf } from "@/tests/support/simulator-client";

const DAY = { StartTime: FACTORY_EPOCH - 86_400, EndTime: FACTORY_EPOCH };
const SESSION = { ...DAY, DataType: "session" };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: "empty", clock: () => new Date(FACTORY_EPOCH * 1000) });
  simulator.controls.faults.throttling(false);
});
beforeEach(() => simulator.controls.cloudFirewall.clear());
afterAll(() => simulator.close());

async function group(params: Record<string, string | number> = {}): Promise<Record<string, unknown>[]> {
  return rowsOf(await firewall(simulator, "DescribeRiskEventGroup", { ...SESSION, ...params }), "DataList");
}

describe("bad parameters are refused with HTTP 400 and the codes of the document's table", () => {
  test.each([
    [{ DataType: "" }, "MissingDataType"],
    [{ DataType: "flow" }, "ErrorParameters"],
    [{ StartTime: "" }, "MissingStartTime"],
    [{ EndTime: "" }, "MissingEndTime"],
    [{ StartTime: "yesterday" }, "ErrorTimeError"],
    [{ StartTime: FACTORY_EPOCH * 1000 }, "ErrorTimeError"],
    [{ StartTime: FACTORY_EPOCH + 1 }, "ErrorTimeError"],
    [{ Direction: "both" }, "ErrorDirectionError"],
    [{ PageSize: 11 }, "ErrorPageNo"],
    [{ PageSize: 0 }, "ErrorPageNo"],
    [{ CurrentPage: 0 }, "ErrorPageNo"],
    [{ RuleSource: 3 }, "ErrorRuleSourceError"],
    [{ RuleResult: 3 }, "ErrorRuleResultError"],
    [{ VulLevel: 4 }, "ErrorVulLevelFailed"],
    [{ AttackType: 14 }, "ErrorParameters"],
    [{ SrcIP: "192.0.XX.XX" }, "ErrorIpFormat"],
    [{ DstIP: "host" }, "ErrorIpFormat"],
    [{ FirewallType: "NatFirewall" }, "ErrorFirewallType"],
    [{ NoLocation: "yes" }, "ErrorParameters"],
    [{ Lang: "fr" }, "ErrorParameters"],
    [{ Sort: "EventCount" }, "ErrorParameters"],
    [{ Order: "down" }, "ErrorParameters"],
    [{ BuyVersion: 1 }, "ErrorParameters"],
    [{ AttackApp: "[broken" }, "ErrorParameters"],
  ])("DescribeRiskEventGroup with %j answers %s", async (params, code) => {
    const answer = await firewall(simulator, "DescribeRiskEventGroup", { ...SESSION, ...params });
    expect(answer).toMatchObject({ status: 400, code });
  });

  test.each([
    ["DescribeRiskEventPayload", DAY, "MissingUUID"],
    ["DescribeRiskEventPayload", { ...DAY, UUID: "x", SrcIP: "x" }, "ErrorIpFormat"],
    ["DescribeRiskEventStatistic", {}, "MissingStartTime"],
    ["DescribeRiskEventStatistic", { ...DAY, AttackType: 0 }, "ErrorParameters"],
  ])("%s with %j answers %s", async (action, params, code) => {
    expect(await firewall(simulator, action, params)).toMatchObject({ status: 400, code });
  });

  test("a window longer than the set maximum answers ErrorIntervalError", async () => {
    const strict = await startSimulator({
      scenario: "empty",
      limits: { cloudFirewall: { maxSpanDays: 30 } },
    });
    const answer = await firewall(strict, "DescribeRiskEventGroup", { ...SESSION, StartTime: 0 });
    await strict.close();
    expect(answer).toMatchObject({ status: 400, code: "ErrorIntervalError" });
  });
});

describe("DescribeRiskEventGroup", () => {
  const vpc = {
    EcsInstanceId: "i-1",
    EcsInstanceName: "",
    NetworkInstanceId: "vpc-1",
    NetworkInstanceName: "",
    RegionNo: "",
  };
  const filters: readonly (readonly [Record<string, string | number>, Partial<RiskEventRecord>])[] = [
    [{ Direction: "out" }, { Direction: "out" }],
    [{ RuleSource: 4 }, { RuleSource: 4 }],
    [{ RuleResult: 2 }, { RuleResult: 2 }],
    [{ VulLevel: 3 }, { VulLevel: 3 }],
    [{ AttackType: 13 }, { AttackType: 13 }],
    [{ SrcIP: "2001:db8::9" }, { SrcIP: "2001:db8::9" }],
    [{ DstIP: "192.0.2.250" }, { DstIP: "192.0.2.250" }],
    [{ "AttackApp.1": "MySql", "AttackApp.2": "Redis" }, { AttackApp: "Redis" }],
    [{ AttackApp: '["MySql","DNS"]' }, { AttackApp: "DNS" }],
    [{ "AttackAppCategory.1": "AI组件" }, { appCategory: "AI组件" }],
    [{ EventName: "木马后门通信" }, { EventName: { zh: "木马后门通信", en: "Trojan back door" } }],
    [{ IsOnlyPrivateAssoc: "true" }, { privateSources: ["10.0.0.1"] }],
    [{ FirewallType: "VpcFirewall" }, { firewallType: "VpcFirewall" }],
    [
      { FirewallType: "VpcFirewall", SrcNetworkInstanceId: "vpc-1" },
      { firewallType: "VpcFirewall", vpcSource: vpc },
    ],
  ];

  test.each(filters)("keeps only the matching events for %j", async (params, fields) => {
    const plain = { RuleSource: 1, RuleResult: 1, VulLevel: 1 };
    const wanted = riskEvent("wanted", { ...plain, ...fields });
    simulator.controls.cloudFirewall.add(wanted, riskEvent("other", plain), riskEvent("another", plain));
    expect((await group(params)).map((row) => row.EventId)).toEqual([wanted.EventId]);
  });

  test("is sorted by level and then time by default, by time on request", async () => {
    const events = Array.from({ length: 10 }, (_, index) => riskEvent(index));
    simulator.controls.cloudFirewall.add(...events);
    const levels = (await group({ PageSize: 10 })).map((row) => row.VulLevel);
    const times = (await group({ PageSize: 10, Sort: "LastTime", Order: "asc" })).map(
      (row) => row.LastEventTime,
    );
    expect(levels).toEqual(events.map(({ VulLevel }) => VulLevel).sort((a, b) => b - a));
    expect(times).toEqual(events.map(({ LastEventTime }) => LastEventTime).sort((a, b) => a - b));
  });

  test("delivers each event once over its pages, six at a time by default", async () => {
    const events = Array.from({ length: 14 }, (_, index) => riskEvent(index));
    simulator.controls.cloudFirewall.add(...events);
    const pages = await Promise.all([1, 2, 3, 4].map((CurrentPage) => group({ CurrentPage })));
    expect(pages.map((page) => page.length)).toEqual([6, 6, 2, 0]);
    expect(new Set(pages.flat().map((row) => row.EventId)).size).toBe(14);
  });

  test("speaks Chinese by default and English on request", async () => {
    simulator.controls.cloudFirewall.add(riskEvent(1));
    const [zh] = await group();
    const [en] = await group({ Lang: "en" });
    expect(zh).toMatchObject({ EventName: "Web目录穿越攻击", IPLocationInfo: { CountryName: "中国" } });
    expect(en).toMatchObject({
      EventName: "Web directory traversal",
      IPLocationInfo: { CountryName: "China" },
    });
  });

  test("leaves the location empty with NoLocation=true", async () => {
    simulator.controls.cloudFirewall.add(riskEvent(1));
    expect((await group({ NoLocation: "true" }))[0]?.IPLocationInfo).toEqual({});
  });

  test.each([
    ["json", ['["10.0.0.1","10.0.0.2"]']],
    ["plain", ["10.0.0.1", "10.0.0.2"]],
  ] as const)(
    "gives private sources of outbound events in the %s form",
    async (privateSourceForm, expected) => {
      const privateSources = ["10.0.0.1", "10.0.0.2"];
      simulator.controls.cloudFirewall.add(
        riskEvent(1, { Direction: "out", privateSources, privateSourceForm }),
      );
      expect((await group())[0]?.SrcPrivateIPList).toEqual(expected);
    },
  );

  test("gives no private sources of inbound events", async () => {
    simulator.controls.cloudFirewall.add(riskEvent(1, { privateSources: ["10.0.0.1"] }));
    expect((await group())[0]?.SrcPrivateIPList).toEqual([]);
  });
});

describe("DescribeRiskEventPayload", () => {
  test("answers payload and hit in hex, with the end of the hit", async () => {
    const event = riskEvent(1);
    simulator.controls.cloudFirewall.add(event);
    const { json } = await firewall(simulator, "DescribeRiskEventPayload", { ...DAY, UUID: event.EventId });
    const payload = Buffer.from(String(json.Payload), "hex").toString();
    expect(payload).toBe(event.payload.text);
    expect(payload.slice(0, Number(json.HitTo)).endsWith(event.payload.hit)).toBe(true);
    expect(json).toMatchObject({ PayloadLen: payload.length, SrcIP: event.SrcIP, DstPort: 80 });
  });

  test("is empty for an unknown event or another time", async () => {
    const event = riskEvent(1);
    simulator.controls.cloudFirewall.add(event);
    const answers = await Promise.all([
      firewall(simulator, "DescribeRiskEventPayload", { ...DAY, UUID: "unknown" }),
      firewall(simulator, "DescribeRiskEventPayload", { StartTime: 1, EndTime: 2, UUID: event.EventId }),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 200, json: { Payload: "", PayloadLen: 0 } });
  });
});

describe("DescribeRiskEventStatistic", () => {
  test("adds up attacks, blocked attacks, applications and attacked assets", async () => {
    simulator.controls.cloudFirewall.add(
      riskEvent(1, { EventCount: 10, RuleResult: 2, AttackApp: "Redis", DstIP: "192.0.2.1" }),
      riskEvent(2, { EventCount: 5, RuleResult: 1, AttackApp: "Redis", DstIP: "192.0.2.2" }),
      riskEvent(3, { EventCount: 1, RuleResult: 1, AttackApp: "Nginx", DstIP: "192.0.2.2" }),
    );
    const { json } = await firewall(simulator, "DescribeRiskEventStatistic", DAY);
    expect(json).toMatchObject({ AttackCnt: 16, DropCnt: 10, AttackAppCnt: 2, AttackIpCnt: 2 });
  });
});
