import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apisecEvent, FACTORY_EPOCH, type Simulator, startSimulator, threatEvent } from "@/lib/simulator";
import { rowsOf, waf } from "@/tests/support/simulator-client";

const NOW = FACTORY_EPOCH * 1000;
const DAY = 86_400;
const WINDOW = { StartTime: NOW - DAY * 1000, EndTime: NOW };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: "empty", clock: () => new Date(NOW) });
  simulator.controls.faults.throttling(false);
});
beforeEach(() => {
  simulator.controls.waf.apisecEvents.clear();
  simulator.controls.waf.threatEvents.clear();
});
afterAll(() => simulator.close());

async function listedIds(params: Record<string, string | number>): Promise<unknown[]> {
  return rowsOf(await waf(simulator, "DescribeApisecEvents", params), "Data").map((row) => row.EventId);
}

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
    expect(await waf(simulator, action, params)).toMatchObject({ status: 400, code });
  });

  test("DescribeThreatEventTopMetric names the metric that is missing or unknown", async () => {
    const event = threatEvent(1);
    simulator.controls.waf.addThreatEvent(event);
    const answers = await Promise.all([
      waf(simulator, "DescribeThreatEventTopMetric", { EventId: event.EventId }),
      waf(simulator, "DescribeThreatEventTopMetric", { EventId: event.EventId, Metric: "colour" }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(["MissingMetric", "InvalidMetric"]);
  });

  test("an error body carries code, message and the request id of the header", async () => {
    const answer = await waf(simulator, "DescribeApisecEvents", { PageSize: 0 });
    expect(answer.json).toMatchObject({
      Code: "InvalidPageSize",
      Message: expect.stringContaining("PageSize"),
      RequestId: answer.headers["x-acs-request-id"],
    });
  });
});

describe("DescribeInstance", () => {
  test("finds the instance in its region and nothing in the other one", async () => {
    const here = await waf(simulator, "DescribeInstance", { InstanceId: "", RegionId: "cn-hangzhou" });
    const there = await waf(simulator, "DescribeInstance", { InstanceId: "", RegionId: "ap-southeast-1" });
    expect(here.json).toMatchObject({ InstanceId: simulator.credentials.instanceId, InDebt: "0", Status: 1 });
    expect(Object.keys(there.json)).toEqual(["RequestId"]);
  });
});

describe("DescribeApisecEvents", () => {
  test.each([
    ["EventId", apisecEvent(1).EventId, {}],
    ["ApiFormat", "/only/here", { ApiFormat: "/only/here" }],
    ["ApiId", "a".repeat(32), { ApiId: "a".repeat(32) }],
    ["ApiTag", "Payment", { ApiTag: "Payment" }],
    ["MatchedHost", "pay.example.com", { MatchedHost: "pay.example.com" }],
    ["EventTag", "SMSInterfaceAbuse", { EventTag: "SMSInterfaceAbuse" }],
    ["EventLevel", "high", { EventLevel: "high" }],
    ["UserStatus", "actioned", { UserStatus: "actioned" }],
    ["Origin", "custom", { Origin: "custom" }],
    [
      "AttackIp",
      "2001:db8::7",
      { attackers: [{ ip: "2001:db8::7", countryId: "", regionId: "", count: 1 }] },
    ],
  ])("keeps only the matching events for %s=%s", async (name, value, fields) => {
    const other = { EventLevel: "low", EventTag: "Event_CrawlerData" };
    simulator.controls.waf.addApisecEvent(
      apisecEvent(1, { ...other, ...fields }),
      apisecEvent(2, other),
      apisecEvent(3, other),
    );
    expect(await listedIds({ [name]: value })).toEqual([apisecEvent(1).EventId]);
  });

  test("shows IP events by default, and account events only when asked for", async () => {
    const byIp = apisecEvent("ip");
    const byAccount = apisecEvent("account", { EventScope: "account", AttackerList: ["18187433"] });
    simulator.controls.waf.addApisecEvent(byIp, byAccount);
    expect(await listedIds({})).toEqual([byIp.EventId]);
    expect(await listedIds({ EventScope: "account" })).toEqual([byAccount.EventId]);
    expect(await listedIds({ EventScope: "account", Account: "18187433" })).toEqual([byAccount.EventId]);
    expect(await listedIds({ EventScope: "account", Account: "nobody" })).toEqual([]);
  });

  test("holds an event in every window that its life touches, ends included", async () => {
    const event = apisecEvent(1, { StartTs: FACTORY_EPOCH - 200, EndTs: FACTORY_EPOCH - 100 });
    simulator.controls.waf.addApisecEvent(event);
    const windows = [
      [-300, -201],
      [-300, -200],
      [-150, -150],
      [-100, 0],
      [-99, 0],
    ] as const;
    const found = await Promise.all(
      windows.map(([from, to]) => listedIds({ StartTs: FACTORY_EPOCH + from, EndTs: FACTORY_EPOCH + to })),
    );
    expect(found.map((ids) => ids.length)).toEqual([0, 1, 1, 1, 0]);
  });

  test.each([
    ["start", [1, 0]],
    ["end", [0, 1]],
    ["overlap", [1, 1]],
  ] as const)(
    "can match windows by an event's %s, since the documents do not say",
    async (windowMatch, counts) => {
      const scenario = { apisecEvents: [apisecEvent(1, { StartTs: 1_000, EndTs: 2_000 })] };
      const own = await startSimulator({ scenario, limits: { waf: { windowMatch } } });
      const answers = [
        await waf(own, "DescribeApisecEvents", { StartTs: 900, EndTs: 1_100 }),
        await waf(own, "DescribeApisecEvents", { StartTs: 1_900, EndTs: 2_100 }),
      ];
      await own.close();
      expect(answers.map(({ json }) => json.TotalCount)).toEqual(counts);
    },
  );

  test.each([
    ["allCnt", "AllCnt"],
    ["startTs", "StartTs"],
    ["endTs", "EndTs"],
  ] as const)("sorts by %s in both directions", async (OrderKey, field) => {
    const events = Array.from({ length: 12 }, (_, index) => apisecEvent(index));
    simulator.controls.waf.addApisecEvent(...events);
    const page = { OrderKey, PageSize: 100 };
    const descending = rowsOf(await waf(simulator, "DescribeApisecEvents", page), "Data");
    const ascending = rowsOf(
      await waf(simulator, "DescribeApisecEvents", { ...page, OrderWay: "asc" }),
      "Data",
    );
    const sorted = events.map((event) => event[field]).sort((a, b) => a - b);
    expect(ascending.map((row) => row[field])).toEqual(sorted);
    expect(descending.map((row) => row[field])).toEqual(sorted.reverse());
  });

  test("delivers each event once over its pages, ten at a time by default", async () => {
    const events = Array.from({ length: 25 }, (_, index) => apisecEvent(index));
    simulator.controls.waf.addApisecEvent(...events);
    const pages = await Promise.all([1, 2, 3, 4].map((PageNumber) => listedIds({ PageNumber })));
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5, 0]);
    expect(new Set(pages.flat())).toEqual(new Set(events.map(({ EventId }) => EventId)));
  });

  test("wraps JSON in text with line breaks, counts as text, and addresses with a line feed", async () => {
    const attackers = [{ ip: "203.0.113.9", countryId: "US", regionId: "-", count: 7 }];
    simulator.controls.waf.addApisecEvent(apisecEvent(1, { attackers }));
    const [row] = rowsOf(await waf(simulator, "DescribeApisecEvents"), "Data");
    expect(row?.AttackIps).toEqual(["203.0.113.9\n"]);
    expect(String(row?.AttackIpInfo)).toContain("\n");
    expect(JSON.parse(String(row?.AttackIpInfo))).toEqual([
      { ip: "203.0.113.9", country_id: "US", region_id: "-", cnt: "7" },
    ]);
    expect(JSON.parse(String(row?.EventInfo))).toMatchObject({ ip_info: [{ cnt: "7" }] });
  });

  test("keeps the order of attack counts as it was given, sorted or not", async () => {
    const attackCounts = [
      { at: 1717498440, count: 20 },
      { at: 1717498320, count: 500 },
    ];
    simulator.controls.waf.addApisecEvent(apisecEvent(1, { attackCounts }));
    const [row] = rowsOf(await waf(simulator, "DescribeApisecEvents"), "Data");
    expect(String(row?.AttackCntInfo).match(/\d{10}/g)).toEqual(["1717498440", "1717498320"]);
  });

  test.each([
    ["empty", ["", "", "{}"]],
    ["absent", [undefined, undefined, undefined]],
  ] as const)("lets the deprecated fields be %s", async (deprecatedFields, expected) => {
    simulator.controls.waf.addApisecEvent(apisecEvent(1, { deprecatedFields }));
    const [row] = rowsOf(await waf(simulator, "DescribeApisecEvents"), "Data");
    expect([row?.AttackIp, row?.AttackCntInfo, row?.RequestData]).toEqual(expected);
    expect(row?.AttackerList).toEqual(apisecEvent(1).AttackerList);
  });

  test("lays overrides over a row, so that a test can send what no factory would", async () => {
    simulator.controls.waf.addApisecEvent(
      apisecEvent(1, { overrides: { EventLevel: "notice", AllCnt: "ten" } }),
    );
    const [row] = rowsOf(await waf(simulator, "DescribeApisecEvents"), "Data");
    expect(row).toMatchObject({ EventLevel: "notice", AllCnt: "ten" });
  });
});

describe("DescribeApisecEventDetail", () => {
  test.each([
    ["event_info", { location: ["US"], location_type: "country" }],
    ["api_info", { api_format: "/crm", matched_host: "crm.example.cn" }],
    ["cnt_info", { "1768430000": 5 }],
    ["ip_info", [{ ip: "203.0.113.9", cnt: "5" }]],
    ["sensitive_info", [{ code: "1000" }]],
    ["request_data", { method: "POST" }],
    ["response_data", { status: 200 }],
  ])("answers the facet %s as JSON text", async (DetailType, expected) => {
    const event = apisecEvent(1, {
      ApiFormat: "/crm",
      MatchedHost: "crm.example.cn",
      attackers: [{ ip: "203.0.113.9", countryId: "US", regionId: "", count: 5 }],
      attackCounts: [{ at: 1768430000, count: 5 }],
      sensitive: [{ code: "1000", name: "身份证号", level: "S3", cnt: "2" }],
      request: { method: "POST" },
      response: { status: 200 },
    });
    simulator.controls.waf.addApisecEvent(event);
    const answer = await waf(simulator, "DescribeApisecEventDetail", { EventId: event.EventId, DetailType });
    expect(JSON.parse(String(answer.json.DetailValue))).toMatchObject(expected);
  });

  test("gives count and times as text, unlike the list", async () => {
    const event = apisecEvent(1);
    simulator.controls.waf.addApisecEvent(event);
    const { json } = await waf(simulator, "DescribeApisecEventDetail", { EventId: event.EventId });
    expect(json).toMatchObject({
      AttackCnt: String(event.AllCnt),
      StartTs: String(event.StartTs),
      EndTs: String(event.EndTs),
    });
  });

  test("does not find an event under the other scope", async () => {
    const event = apisecEvent(1, { EventScope: "account" });
    simulator.controls.waf.addApisecEvent(event);
    const EventId = event.EventId;
    const answers = await Promise.all([
      waf(simulator, "DescribeApisecEventDetail", { EventId }),
      waf(simulator, "DescribeApisecEventDetail", { EventId, EventScope: "account" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 200]);
  });
});

describe("DescribeApisecRules", () => {
  test("names event types in Chinese by default and in English on request", async () => {
    const params = { Type: "event", PageSize: 100 };
    const zh = rowsOf(await waf(simulator, "DescribeApisecRules", params), "Data");
    const en = rowsOf(await waf(simulator, "DescribeApisecRules", { ...params, Lang: "en" }), "Data");
    expect(JSON.parse(String(zh[1]?.Rule))).toMatchObject({ code: "Event_LoginCollision", name: "撞库攻击" });
    expect(JSON.parse(String(en[1]?.Rule))).toMatchObject({ name: "Credential stuffing" });
  });

  test("delivers ten rules a page by default and the total of all", async () => {
    const { json } = await waf(simulator, "DescribeApisecRules", { Type: "event" });
    expect(json).toMatchObject({ TotalCount: 14, Data: { length: 10 } });
  });
});

describe("ModifyApisecEvents", () => {
  const [first, second] = [apisecEvent("first"), apisecEvent("second")];

  async function operations(ObjectId: string): Promise<Record<string, unknown>[]> {
    return rowsOf(await waf(simulator, "DescribeApisecUserOperations", { ObjectId, Type: "event" }), "Data");
  }

  test("changes status and note of each event named, and records who did it", async () => {
    simulator.controls.waf.addApisecEvent(first, second);
    const answer = await waf(simulator, "ModifyApisecEvents", {
      "EventIds.1": first.EventId,
      "EventIds.2": second.EventId,
      UserStatus: "confirmed",
      Note: "误报? 不是",
    });
    expect(Object.keys(answer.json)).toEqual(["RequestId"]);
    const rows = rowsOf(await waf(simulator, "DescribeApisecEvents", { UserStatus: "confirmed" }), "Data");
    expect(rows.map(({ Note }) => Note)).toEqual(["误报? 不是", "误报? 不是"]);
    expect(await operations(first.EventId)).toEqual([
      {
        Type: "event",
        ObjectId: first.EventId,
        FromStatus: "toBeConfirmed",
        ToStatus: "Confirmed",
        UserId: simulator.credentials.userId,
        Note: "误报? 不是",
        Time: FACTORY_EPOCH,
        OperationSource: "custom",
      },
    ]);
  });

  test("says nothing about events that it does not know or that belong to the other scope", async () => {
    simulator.controls.waf.addApisecEvent(first, apisecEvent("second", { EventScope: "account" }));
    const answer = await waf(simulator, "ModifyApisecEvents", {
      "EventIds.1": "unknown",
      "EventIds.2": second.EventId,
      "EventIds.3": first.EventId,
      UserStatus: "ignored",
    });
    expect(answer.status).toBe(200);
    expect(simulator.controls.waf.apisecEvents.get(first.EventId)?.UserStatus).toBe("ignored");
    expect(simulator.controls.waf.apisecEvents.get(second.EventId)?.UserStatus).toBe("toBeConfirmed");
  });

  test("keeps the old note when none is sent", async () => {
    simulator.controls.waf.addApisecEvent({ ...first, Note: "kept" });
    await waf(simulator, "ModifyApisecEvents", { "EventIds.1": first.EventId, UserStatus: "ignored" });
    expect(simulator.controls.waf.apisecEvents.get(first.EventId)?.Note).toBe("kept");
  });

  test("refuses more events than its limit", async () => {
    const ids = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`EventIds.${index + 1}`, "x"]));
    const answer = await waf(simulator, "ModifyApisecEvents", { ...ids, UserStatus: "ignored" });
    expect(answer).toMatchObject({ status: 400, code: "InvalidEventIds" });
  });

  test("can lose single events in silence", async () => {
    simulator.controls.waf.addApisecEvent(first, second);
    simulator.controls.waf.loseModifications([first.EventId]);
    const ids = { "EventIds.1": first.EventId, "EventIds.2": second.EventId };
    const answer = await waf(simulator, "ModifyApisecEvents", { ...ids, UserStatus: "ignored" });
    simulator.controls.waf.loseModifications([]);
    expect(answer.status).toBe(200);
    expect(await operations(first.EventId)).toEqual([]);
    expect(await operations(second.EventId)).toHaveLength(1);
  });

  test("can be overtaken by somebody in the cloud console, who leaves a record of their own", async () => {
    simulator.controls.waf.addApisecEvent(first);
    simulator.controls.waf.changeStatusInConsole(first.EventId, "actioned", { userId: "42", note: "done" });
    expect(await operations(first.EventId)).toMatchObject([
      { UserId: "42", ToStatus: "actioned", Note: "done" },
    ]);
    const [row] = rowsOf(await waf(simulator, "DescribeApisecEvents"), "Data");
    expect(row?.UserStatus).toBe("actioned");
  });

  test("leaves no operations for an object that does not exist", async () => {
    expect(await operations("unknown")).toEqual([]);
  });
});

describe("threat events", () => {
  test("are listed by their last attack, newest first, five a page by default", async () => {
    const events = Array.from({ length: 8 }, (_, index) => threatEvent(index));
    simulator.controls.waf.addThreatEvent(...events);
    const answer = await waf(simulator, "DescribeThreatEvent", WINDOW);
    const newest = events.map(({ EndTime }) => EndTime).sort((a, b) => b - a);
    expect(answer.json.TotalCount).toBe(8);
    expect(rowsOf(answer, "ThreatEvents").map((row) => row.EndTime)).toEqual(newest.slice(0, 5));
  });

  test("are filtered by time and domain", async () => {
    const inside = threatEvent("inside", { EventTarget: "pay.example.com-waf" });
    const late = threatEvent("late", { EndTime: NOW + 1 });
    simulator.controls.waf.addThreatEvent(inside, late, threatEvent("elsewhere"));
    const all = await waf(simulator, "DescribeThreatEvent", WINDOW);
    const one = await waf(simulator, "DescribeThreatEvent", { ...WINDOW, DomainName: "pay.example.com" });
    expect(all.json.TotalCount).toBe(2);
    expect(rowsOf(one, "ThreatEvents")).toMatchObject([{ EventId: inside.EventId }]);
  });

  test("show no count and no start in the list, and a block rate with a percent sign", async () => {
    simulator.controls.waf.addThreatEvent(threatEvent(1, { attackCount: 3, blockedCount: 1 }));
    const [row] = rowsOf(await waf(simulator, "DescribeThreatEvent", WINDOW), "ThreatEvents");
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ["BlockRate", "EndTime", "EventId", "EventLevel", "EventSrc", "EventTag", "EventTarget"].sort(),
    );
    expect(row?.BlockRate).toBe("33.33%");
  });

  test("give counts as text and seconds beside milliseconds in their detail", async () => {
    const event = threatEvent(1, {
      attackCount: 20,
      blockedCount: 20,
      startTs: 1764096746,
      EndTime: 1766637714000,
    });
    simulator.controls.waf.addThreatEvent(event);
    const { json } = await waf(simulator, "DescribeThreatEventDetail", { EventId: event.EventId });
    expect(json.ThreatEventDetail).toMatchObject({
      EventCnt: "20",
      EventBlock: "20",
      EndTime: 1766637714000,
      EventIntelligence: '["CVE-2020-14882"]',
      EventCondition: `{"end_ts": 1766637714, "start_ts": 1764096746, "condition": {"real_client_ip": ["${event.EventSrc}"]}}`,
    });
    expect(json.ThreatEventDetail).not.toHaveProperty("EventId");
    expect(json.ThreatEventDetail).not.toHaveProperty("EventTarget");
  });

  test("have at most five values per metric, highest first", async () => {
    const sources = Array.from({ length: 9 }, (_, index) => ({
      Value: `198.51.100.${index}`,
      Cnt: index,
      Country: "GB",
      Region: "GB-ENG",
    }));
    const event = threatEvent(1, { sources });
    simulator.controls.waf.addThreatEvent(event);
    const answer = await waf(simulator, "DescribeThreatEventTopMetric", {
      EventId: event.EventId,
      Metric: "src",
    });
    expect(rowsOf(answer, "TopMetrics").map((row) => row.Cnt)).toEqual([8, 7, 6, 5, 4]);
  });
});
