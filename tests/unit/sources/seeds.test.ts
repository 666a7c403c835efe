import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { eventDetailSchema } from "@/lib/api/event-detail";
import { securityEventSchema } from "@/lib/events/event";
import { SOURCES } from "@/lib/server/sources/registry";
import type { MappedEvent } from "@/lib/server/sources/source";
import { SEEDS, type Seed, seedText } from "../../support/seeds";
import { FakeCloudClient } from "../../support/sources/fake-cloud-client";
import { pageRequest, storedRecord } from "../../support/sources/source-records";

const DIGESTS: Record<Seed, string> = {
  DescribeApisecEvents: "10d825c51c732a3a0ce7c237c027f2ad7f72835bb1b34f12560cc5dc8be0673a",
  DescribeThreatEventDetail: "6ec935cf1f50121afb997ebf2c7cf44877446e946e7b48f12b547d16d7c46f6a",
  DescribeRiskEventGroup: "9e673ec6548426d625246624677e416d881f4f6a162547b10acc98247f1a4211",
  DescribeApisecUserOperations: "5632d006b85b40ac388f4a91e67fc4fc174245c270cf6ea5b03eb0c21691744d",
  ListRaspEvents: "81d01825925b9133f1f115dbfe338d442d7d68239dc069b3331dfa3c01779257",
};

const seed = (name: Seed) => JSON.parse(seedText(name));

/** Serves the examples; the threat list, which has none, names one event that the detail belongs to. */
const THREAT_LIST = {
  TotalCount: 1,
  ThreatEvents: [{ EventId: "1661131a028f72a976703f4a4082ad87", EventLevel: "high", EndTime: 1749916800000 }],
};
const client = () =>
  new FakeCloudClient((operation) =>
    operation === "DescribeThreatEvent"
      ? THREAT_LIST
      : seedText(SEEDS.find((name) => name === operation) ?? "ListRaspEvents"),
  );

async function readOnly(source: keyof typeof SOURCES, list: string): Promise<MappedEvent> {
  const page = await SOURCES[source].readPage(client(), pageRequest({ list }));
  expect(page.rejected).toEqual([]);
  expect(page.events).toHaveLength(1);
  const [event] = page.events;
  if (!event) throw new Error("no event");
  return event;
}

/** Every text and number of a JSON value, JSON inside texts opened. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leaves);
  if (typeof value === "string" && /^\s*[[{]/.test(value)) return leaves(JSON.parse(value));
  return [String(value).trim()];
}

describe("the vendors' examples", () => {
  it.each(SEEDS)("%s is byte for byte the document's text", (name) => {
    expect(createHash("sha256").update(seedText(name)).digest("hex")).toBe(DIGESTS[name]);
  });

  it.each([
    ["waf-api-security", "ip", () => seed("DescribeApisecEvents").Data[0]],
    [
      "waf-threat",
      "all",
      () => ({
        ThreatEvent: THREAT_LIST.ThreatEvents[0],
        ThreatEventDetail: seed("DescribeThreatEventDetail").ThreatEventDetail,
      }),
    ],
    ["cloud-firewall", "InternetFirewall", () => seed("DescribeRiskEventGroup").DataList[0]],
    ["hss-rasp", "all", () => seed("ListRaspEvents").data_list[0]],
  ] as const)("%s keeps every value of its record, in order", async (source, list, record) => {
    const event = await readOnly(source, list);
    expect(event.raw).toBe(JSON.stringify(record()));
    expect(event.unmapped).toEqual([]);
    expect(event.partial).toBe(false);
  });

  it.each([
    ["waf-api-security", "ip", "DescribeApisecEvents", "Data"],
    ["cloud-firewall", "InternetFirewall", "DescribeRiskEventGroup", "DataList"],
    ["hss-rasp", "all", "ListRaspEvents", "data_list"],
    ["waf-threat", "all", "DescribeThreatEventDetail", "ThreatEventDetail"],
  ] as const)("%s shows every value of its record on the event page", async (source, list, name, key) => {
    const record = storedRecord(await readOnly(source, list));
    const detail = SOURCES[source].describe(record);
    expect(() => securityEventSchema.parse(record.event)).not.toThrow();
    expect(() => eventDetailSchema.parse(detail)).not.toThrow();
    const { raw: _, ...shown } = record;
    const page = leaves({ ...shown, detail }).join("\n");
    // Times are shown as instants, levels, statuses and opened codes in our words: the mapping tests hold them.
    const translated = /^(\d{10,13}|medium|high|High|toBeConfirmed)$/;
    const missing = leaves(seed(name)[key]).filter((leaf) => !translated.test(leaf) && !page.includes(leaf));
    expect(missing).toEqual([]);
  });

  it("DescribeApisecEvents: codes, times, attackers and counts mean what the document says", async () => {
    const event = await readOnly("waf-api-security", "ip");
    expect(event).toMatchObject({
      upstreamId: "c82cb276847e9c96f9597d9f4b0cdcff",
      upstreamKey: "c82cb276847e9c96f9597d9f4b0cdcff",
      severity: "medium",
      status: "toBeConfirmed",
      statusOrigin: "cloud",
      type: "ObtainSensitiveUnauthorized",
      description: "interface returns a large amount of sensitive information",
      firstSeenAt: "2023-05-09T16:00:00.000Z",
      lastSeenAt: "2023-05-10T07:21:00.000Z",
      attackCount: 10,
      blockedCount: null,
      outcome: "unknown",
      target: {
        host: "a.***.com",
        path: "/apisec/v1/register.php",
        resource: "2ecc1cf67b91853bc55545052ccf06a8",
      },
    });
    expect(event.attackers).toEqual([
      { kind: "ip", value: "1.1.1.1", country: null, region: null, count: null, tags: [] },
      { kind: "ip", value: "72.*.*.119", country: "US", region: null, count: 2100, tags: [] },
      { kind: "ip", value: "112.224.143.**", country: "CN", region: null, count: 4, tags: [] },
      { kind: "ip", value: "104.234.140.**", country: "US", region: "110000", count: null, tags: [] },
    ]);
    // C8: a year after the event, and adding up to more than AllCnt.
    expect(event.attackCounts).toEqual([
      { at: "2024-06-04T10:52:00.000Z", count: 500 },
      { at: "2024-06-04T10:53:00.000Z", count: 529 },
      { at: "2024-06-04T10:54:00.000Z", count: 20 },
    ]);
  });

  it("DescribeThreatEventDetail: text counts, milliseconds and the unrelated log window", async () => {
    const event = await readOnly("waf-threat", "all");
    expect(event).toMatchObject({
      severity: "high",
      status: "toBeConfirmed",
      statusOrigin: "local",
      type: "MultipleDomainWebattack",
      attackCount: 20,
      blockedCount: 20,
      outcome: "blocked",
      firstSeenAt: null,
      lastSeenAt: "2025-06-14T16:00:00.000Z",
    });
    expect(event.attackers[0]).toMatchObject({ value: "XX.XX.XX.XX", country: "GB", region: "GB-ENG" });
    expect(event.attackers.slice(1).map(({ value }) => value)).toEqual([
      "78.153.140.179",
      "78.153.140.203",
      "78.153.140.177",
      "78.153.140.178",
      "78.153.140.151",
    ]);
    const detail = SOURCES["waf-threat"].describe(storedRecord(event));
    expect(detail.intelligence).toEqual(["CVE-2020-14882", "DDoS Attack"]);
    expect(detail.facts).toContainEqual({ label: "Log window from", value: "2025-11-25T18:52:26.000Z" });
  });

  it("DescribeRiskEventGroup: codes, Chinese names, masked addresses and both tag fields", async () => {
    const event = await readOnly("cloud-firewall", "InternetFirewall");
    expect(event).toMatchObject({
      upstreamKey: "2b58efae-4c4b-4d96-9544-a586fb1f****",
      severity: "low",
      type: "1",
      title: "Web目录穿越攻击",
      outcome: "blocked",
      attackCount: 100,
      blockedCount: 100,
      firstSeenAt: "2018-08-16T08:29:49.000Z",
      lastSeenAt: "2018-08-16T08:31:07.000Z",
      target: {
        server: "LD-shenzhen-zy****",
        resource: "i-wz92jf4scg2zb74p****",
        region: "cn-hangzhou",
        addresses: ["192.0.XX.XX", "10.255.XX.XX"],
      },
    });
    expect(event.attackers).toEqual([
      {
        kind: "ip",
        value: "192.0.XX.XX",
        country: "CN",
        region: "四川省成都",
        count: 100,
        tags: ["Anti-DDoS Back-to-origin Address", "WAF Back-to-origin Address"],
      },
    ]);
    const facts = SOURCES["cloud-firewall"].describe(storedRecord(event)).facts;
    expect(facts).toContainEqual({ label: "Inner hosts", value: "192.168.XX.XX" });
  });

  it("ListRaspEvents: the path out of the URL, headers in lower case, milliseconds", async () => {
    const event = await readOnly("hss-rasp", "all");
    expect(event).toMatchObject({
      upstreamId: null,
      severity: "high",
      type: "ExpressionInject",
      title: "Expression inject",
      outcome: "unknown",
      attackCount: 1,
      blockedCount: null,
      lastSeenAt: "2025-01-09T09:21:03.000Z",
      target: {
        host: "127.0.0.1:8080",
        path: "/fileless",
        server: "test-lmh-003",
        addresses: ["192.168.0.97"],
      },
    });
    const { samples } = SOURCES["hss-rasp"].describe(storedRecord(event));
    expect(samples.find(({ kind }) => kind === "request")?.text).toBe(
      "GET /fileless HTTP/1.1\naccept: */*\nhost: 127.0.0.1:8080\nuser-agent: curl/7.81.0",
    );
  });

  it("DescribeApisecUserOperations: a record of another type and object, with a capital status", async () => {
    const event = await readOnly("waf-api-security", "ip");
    const history = await SOURCES["waf-api-security"].readHistory?.(
      client(),
      storedRecord(event),
      new AbortController().signal,
    );
    expect(history).toEqual([
      {
        at: "2023-05-26T03:36:54.000Z",
        userId: "1610954****",
        from: "ignored",
        to: "confirmed",
        note: "Procesed",
        origin: "cloud-console",
        raw: JSON.stringify(seed("DescribeApisecUserOperations").Data[0]),
      },
    ]);
  });
});
