import { describe, expect, it } from "vitest";
import { createCloudFirewall } from "@/lib/server/sources/cloud-firewall/cloud-firewall-source";
import { mapRiskEvent } from "@/lib/server/sources/cloud-firewall/map-event";
import { hexText } from "@/lib/server/sources/samples/hex-text";
import { cloudFailure, FakeCloudClient } from "../../support/sources/fake-cloud-client";
import { asRecord, pageRequest, riskRow, storedRecord } from "../../support/sources/source-records";

const NOW = new Date("2026-01-02T03:04:05.000Z");
const source = createCloudFirewall({ clock: () => NOW });
const map = (overrides: Record<string, unknown> = {}) => mapRiskEvent(asRecord(riskRow(overrides)));
const serving = (...rows: unknown[]) =>
  new FakeCloudClient(() => ({ TotalCount: rows.length, DataList: rows }));
const factsOf = (overrides: Record<string, unknown>) => source.describe(storedRecord(map(overrides))).facts;

describe("mapping a firewall event", () => {
  it.each([
    [1, "low"],
    ["2", "medium"],
    [3, "high"],
  ])("takes VulLevel %j for %s", (VulLevel, severity) => {
    expect(map({ VulLevel })).toMatchObject({ severity, unmapped: [] });
  });

  it.each([
    [1, "not-blocked", 0],
    ["2", "blocked", 7],
  ])("takes RuleResult %j for %s", (RuleResult, outcome, blockedCount) => {
    expect(map({ RuleResult })).toMatchObject({ outcome, blockedCount, attackCount: 7, unmapped: [] });
  });

  it.each([
    ["VulLevel", 4, { severity: "medium" }],
    ["RuleResult", 3, { outcome: "unknown", blockedCount: null }],
    ["AttackType", 14, { type: "14" }],
    ["Direction", "both", { attackers: [{ value: "203.0.113.7" }] }],
  ])("keeps an unknown %s visible", (field, value, mapped) => {
    expect(map({ [field]: value })).toMatchObject({
      ...mapped,
      unmapped: [{ field, value: String(value) }],
    });
  });

  it("keeps the code of each of the thirteen attack types, and titles a row without a name by it", () => {
    const events = Array.from({ length: 13 }, (_, index) => map({ AttackType: index + 1, EventName: "" }));
    expect(events.map((event) => event.type)).toEqual(events.map((_, index) => String(index + 1)));
    expect(new Set(events.map((event) => event.title)).size).toBe(13);
    expect(events[8]?.title).toBe("Web attack");
  });

  it("A6: reads seconds as numbers and as text", () => {
    for (const LastEventTime of [1_700_000_600, "1700000600"]) {
      expect(map({ LastEventTime })).toMatchObject({
        firstSeenAt: "2023-11-14T22:13:20.000Z",
        lastSeenAt: "2023-11-14T22:23:20.000Z",
      });
    }
  });

  it("E10: has the same identity in every language", () => {
    const keys = ["木马后门通信", "Webshell communication"].map(
      (EventName) => map({ EventName }).upstreamKey,
    );
    expect(keys).toEqual(["risk-1", "risk-1"]);
  });

  it("inbound: the source attacks, its labels warn, the private resource is the target", () => {
    const event = map({
      SrcIPTag: "WAF Back-to-origin Address",
      SrcIPTags: ["Anti-DDoS Back-to-origin Address", ""],
      ResourcePrivateIPList: [
        {
          ResourceInstanceName: "web-1",
          ResourcePrivateIP: "10.0.0.5",
          ResourceInstanceId: "i-1",
          RegionNo: "cn-x",
        },
      ],
      IPLocationInfo: { CountryId: "CN", CityName: "成都" },
    });
    expect(event.attackers).toEqual([
      {
        kind: "ip",
        value: "203.0.113.7",
        country: "CN",
        region: "成都",
        count: 7,
        tags: ["Anti-DDoS Back-to-origin Address", "WAF Back-to-origin Address"],
      },
    ]);
    expect(event.target).toEqual({
      host: null,
      path: null,
      server: "web-1",
      addresses: ["198.51.100.4", "10.0.0.5"],
      resource: "i-1",
      region: "cn-x",
    });
  });

  it("outbound: the destination attacks, our source and the hosts behind it are the target", () => {
    const event = map({
      Direction: "out",
      SrcIP: "198.51.100.4",
      DstIP: "203.0.113.7",
      SrcPrivateIPList: ['["10.0.0.8","10.0.0.9"]'],
      SrcIPTags: ["NAT"],
      VpcSrcInfo: { EcsInstanceName: "worker-1", EcsInstanceId: "i-2", RegionNo: "cn-y" },
    });
    expect(event.attackers).toMatchObject([{ value: "203.0.113.7", tags: [] }]);
    expect(event.target).toMatchObject({
      server: "worker-1",
      resource: "i-2",
      region: "cn-y",
      addresses: ["198.51.100.4", "10.0.0.8", "10.0.0.9"],
    });
  });

  it.each([
    ["null", null],
    ["an empty object", {}],
    ["absent", undefined],
    ["empty texts", { CountryId: "", CityName: "" }],
  ])("E11: takes place and networks that are %s for unknown", (_, value) => {
    const event = map({
      IPLocationInfo: value,
      VpcSrcInfo: value,
      VpcDstInfo: value,
      ResourcePrivateIPList: value,
    });
    expect(event.attackers).toMatchObject([{ country: null, region: null }]);
    expect(event.target).toMatchObject({ server: null, resource: null, region: null });
    expect(event.unmapped).toEqual([]);
  });

  it.each([
    ["C9", { ResourceType: "SlbPublicIP" }, "SlbPublicIP (public address of a load balancer)"],
    ["C9", { ResourceType: "SlbPublicIp" }, "SlbPublicIp (public address of a load balancer)"],
    ["C10", { RuleSource: 3 }, "3"],
    ["C10", { RuleSource: 4 }, "4 (threat intelligence)"],
    ["D3", { RuleId: "1000****" }, "1000****"],
  ])("%s: shows %j", (_, row, value) => {
    expect(factsOf(row).map((fact) => fact.value)).toContain(value);
  });

  it.each([
    ["no id", { EventId: null }, /EventId/],
    ["no time", { LastEventTime: 0, FirstEventTime: null }, /LastEventTime and FirstEventTime/],
  ])("refuses a record with %s and names the field", (_, row, reason) => {
    expect(() => map(row)).toThrow(reason);
  });
});

describe("reading the list of firewall events", () => {
  it("B9, E14: sends numbers as text, ten rows a page, latest activity first", async () => {
    const client = serving(riskRow());
    await source.readPage(client, pageRequest({ list: "VpcFirewall", page: 2 }));
    expect(client.calls[0]?.parameters).toEqual({
      StartTime: "1699920000",
      EndTime: "1700006400",
      DataType: "session",
      Lang: "en",
      FirewallType: "VpcFirewall",
      Sort: "LastTime",
      Order: "desc",
      PageSize: "10",
      CurrentPage: "2",
      NoLocation: "false",
    });
  });

  it("reads the cloud's texts in the language it was made for", async () => {
    const client = serving();
    await createCloudFirewall({ lang: "zh" }).readPage(client, pageRequest({ list: "InternetFirewall" }));
    expect(client.calls[0]?.parameters.Lang).toBe("zh");
  });

  it.each([
    ["an unknown firewall type", cloudFailure("invalid", "DescribeRiskEventGroup", "ErrorFirewallType")],
    ["a denied firewall type", cloudFailure("denied", "DescribeRiskEventGroup", "NoPermission")],
  ])("takes %s for an empty list of VPC firewalls, but not of internet firewalls", async (_, failure) => {
    const client = new FakeCloudClient(() => failure);
    expect(await source.readPage(client, pageRequest({ list: "VpcFirewall" }))).toMatchObject({
      events: [],
      total: 0,
    });
    await expect(source.readPage(client, pageRequest({ list: "InternetFirewall" }))).rejects.toBe(failure);
  });

  it("does not take other failures for an empty list", async () => {
    const client = new FakeCloudClient(() => cloudFailure("unavailable"));
    await expect(source.readPage(client, pageRequest({ list: "VpcFirewall" }))).rejects.toMatchObject({
      kind: "unavailable",
    });
  });

  it("gives one event one key in both lists of a server that ignores the firewall type", async () => {
    const keys = await Promise.all(
      source.lists.map(async (list) => {
        const page = await source.readPage(serving(riskRow()), pageRequest({ list }));
        return page.events[0]?.upstreamKey;
      }),
    );
    expect(keys).toEqual(["risk-1", "risk-1"]);
  });
});

describe("the packet behind a firewall event", () => {
  const readWith = async (answer: unknown, row: Record<string, unknown> = {}) => {
    const client = new FakeCloudClient(() => answer);
    const facets = await source.readLive(client, storedRecord(map(row)), new AbortController().signal);
    return { client, facets };
  };

  it("is asked for by the event's id and span, and decoded beside its hexadecimal form", async () => {
    const Payload = Buffer.from("GET /\0 é\r\n").toString("hex").toUpperCase();
    const { client, facets } = await readWith({ Proto: "TCP", SrcPort: 1234, Payload, RequestId: "r" });
    expect(client.calls[0]?.parameters).toEqual({
      UUID: "risk-1",
      StartTime: "1700000000",
      EndTime: "1700000601",
      FirewallType: "InternetFirewall",
    });
    expect(facets).toEqual([
      {
        name: "payload",
        state: "live",
        readAt: NOW.toISOString(),
        reason: null,
        value: {
          Proto: "TCP",
          SrcPort: 1234,
          Payload,
          decoded: { Payload: "GET /· é\n", ParsedContent: null },
        },
      },
    ]);
  });

  it("is asked for at the VPC firewall when both ends are inside addresses", async () => {
    const { client } = await readWith({}, { SrcIP: "10.0.0.1", DstIP: "10.1.0.1" });
    expect(client.calls[0]?.parameters.FirewallType).toBe("VpcFirewall");
  });

  it("can be asked for when the event lasted no second", async () => {
    const { facets } = await readWith({}, { FirstEventTime: 1_700_000_600 });
    expect(facets[0]?.state).toBe("live");
  });

  it("says why it is not there", async () => {
    const { facets } = await readWith(cloudFailure("invalid", "DescribeRiskEventPayload", "ErrorTimeError"));
    expect(facets[0]).toMatchObject({
      state: "unavailable",
      reason: expect.stringContaining("ErrorTimeError"),
    });
  });

  it.each([
    ["474554", "GET"],
    ["0x47 45 54", "GET"],
    ["e4b8ad", "中"],
    ["ff41", "\uFFFDA"],
    ["1b5b33316d", "·[31m"],
  ])("decodes %s", (hex, text) => {
    expect(hexText(hex)).toBe(text);
  });

  it.each([[""], ["GET /"], ["474"], ["zz"]])("leaves %j, which is not hexadecimal, alone", (text) => {
    expect(hexText(text)).toBeNull();
  });
});
