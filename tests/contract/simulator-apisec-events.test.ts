import { describe, expect, test } from "vitest";
import { apisecEvent, FACTORY_EPOCH, startSimulator } from "@/lib/simulator";
import { emptyWaf, listedIds } from "@/tests/support/empty-waf";
import { rowsOf, waf } from "@/tests/support/simulator-client";

const simulator = emptyWaf();

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
    simulator().controls.waf.addApisecEvent(
      apisecEvent(1, { ...other, ...fields }),
      apisecEvent(2, other),
      apisecEvent(3, other),
    );
    expect(await listedIds(simulator(), { [name]: value })).toEqual([apisecEvent(1).EventId]);
  });

  test("shows IP events by default, and account events only when asked for", async () => {
    const byIp = apisecEvent("ip");
    const byAccount = apisecEvent("account", { EventScope: "account", AttackerList: ["18187433"] });
    simulator().controls.waf.addApisecEvent(byIp, byAccount);
    expect(await listedIds(simulator(), {})).toEqual([byIp.EventId]);
    expect(await listedIds(simulator(), { EventScope: "account" })).toEqual([byAccount.EventId]);
    expect(await listedIds(simulator(), { EventScope: "account", Account: "18187433" })).toEqual([
      byAccount.EventId,
    ]);
    expect(await listedIds(simulator(), { EventScope: "account", Account: "nobody" })).toEqual([]);
  });

  test("holds an event in every window that its life touches, ends included", async () => {
    const event = apisecEvent(1, { StartTs: FACTORY_EPOCH - 200, EndTs: FACTORY_EPOCH - 100 });
    simulator().controls.waf.addApisecEvent(event);
    const windows = [
      [-300, -201],
      [-300, -200],
      [-150, -150],
      [-100, 0],
      [-99, 0],
    ] as const;
    const found = await Promise.all(
      windows.map(([from, to]) =>
        listedIds(simulator(), { StartTs: FACTORY_EPOCH + from, EndTs: FACTORY_EPOCH + to }),
      ),
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
    simulator().controls.waf.addApisecEvent(...events);
    const page = { OrderKey, PageSize: 100 };
    const descending = rowsOf(await waf(simulator(), "DescribeApisecEvents", page), "Data");
    const ascending = rowsOf(
      await waf(simulator(), "DescribeApisecEvents", { ...page, OrderWay: "asc" }),
      "Data",
    );
    const sorted = events.map((event) => event[field]).sort((a, b) => a - b);
    expect(ascending.map((row) => row[field])).toEqual(sorted);
    expect(descending.map((row) => row[field])).toEqual(sorted.reverse());
  });

  test("delivers each event once over its pages, ten at a time by default", async () => {
    const events = Array.from({ length: 25 }, (_, index) => apisecEvent(index));
    simulator().controls.waf.addApisecEvent(...events);
    const pages = await Promise.all([1, 2, 3, 4].map((PageNumber) => listedIds(simulator(), { PageNumber })));
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5, 0]);
    expect(new Set(pages.flat())).toEqual(new Set(events.map(({ EventId }) => EventId)));
  });

  test("wraps JSON in text with line breaks, counts as text, and addresses with a line feed", async () => {
    const attackers = [{ ip: "203.0.113.9", countryId: "US", regionId: "-", count: 7 }];
    simulator().controls.waf.addApisecEvent(apisecEvent(1, { attackers }));
    const [row] = rowsOf(await waf(simulator(), "DescribeApisecEvents"), "Data");
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
    simulator().controls.waf.addApisecEvent(apisecEvent(1, { attackCounts }));
    const [row] = rowsOf(await waf(simulator(), "DescribeApisecEvents"), "Data");
    expect(String(row?.AttackCntInfo).match(/\d{10}/g)).toEqual(["1717498440", "1717498320"]);
  });

  test.each([
    ["empty", ["", "", "{}"]],
    ["absent", [undefined, undefined, undefined]],
  ] as const)("lets the deprecated fields be %s", async (deprecatedFields, expected) => {
    simulator().controls.waf.addApisecEvent(apisecEvent(1, { deprecatedFields }));
    const [row] = rowsOf(await waf(simulator(), "DescribeApisecEvents"), "Data");
    expect([row?.AttackIp, row?.AttackCntInfo, row?.RequestData]).toEqual(expected);
    expect(row?.AttackerList).toEqual(apisecEvent(1).AttackerList);
  });

  test("lays overrides over a row, so that a test can send what no factory would", async () => {
    simulator().controls.waf.addApisecEvent(
      apisecEvent(1, { overrides: { EventLevel: "notice", AllCnt: "ten" } }),
    );
    const [row] = rowsOf(await waf(simulator(), "DescribeApisecEvents"), "Data");
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
    simulator().controls.waf.addApisecEvent(event);
    const answer = await waf(simulator(), "DescribeApisecEventDetail", {
      EventId: event.EventId,
      DetailType,
    });
    expect(JSON.parse(String(answer.json.DetailValue))).toMatchObject(expected);
  });

  test("gives count and times as text, unlike the list", async () => {
    const event = apisecEvent(1);
    simulator().controls.waf.addApisecEvent(event);
    const { json } = await waf(simulator(), "DescribeApisecEventDetail", { EventId: event.EventId });
    expect(json).toMatchObject({
      AttackCnt: String(event.AllCnt),
      StartTs: String(event.StartTs),
      EndTs: String(event.EndTs),
    });
  });

  test("does not find an event under the other scope", async () => {
    const event = apisecEvent(1, { EventScope: "account" });
    simulator().controls.waf.addApisecEvent(event);
    const EventId = event.EventId;
    const answers = await Promise.all([
      waf(simulator(), "DescribeApisecEventDetail", { EventId }),
      waf(simulator(), "DescribeApisecEventDetail", { EventId, EventScope: "account" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 200]);
  });
});

describe("DescribeApisecRules", () => {
  test("names event types in Chinese by default and in English on request", async () => {
    const params = { Type: "event", PageSize: 100 };
    const zh = rowsOf(await waf(simulator(), "DescribeApisecRules", params), "Data");
    const en = rowsOf(await waf(simulator(), "DescribeApisecRules", { ...params, Lang: "en" }), "Data");
    expect(JSON.parse(String(zh[1]?.Rule))).toMatchObject({ code: "Event_LoginCollision", name: "撞库攻击" });
    expect(JSON.parse(String(en[1]?.Rule))).toMatchObject({ name: "Credential stuffing" });
  });

  test("delivers ten rules a page by default and the total of all", async () => {
    const { json } = await waf(simulator(), "DescribeApisecRules", { Type: "event" });
    expect(json).toMatchObject({ TotalCount: 14, Data: { length: 10 } });
  });
});
