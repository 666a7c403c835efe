import { describe, expect, it } from "vitest";
import type { CloudErrorKind } from "@/lib/server/clouds/cloud-error";
import { mapThreatEvent } from "@/lib/server/sources/waf-threat/map-event";
import { createWafThreat } from "@/lib/server/sources/waf-threat/waf-threat-source";
import { cloudFailure, FakeCloudClient } from "../../support/sources/fake-cloud-client";
import {
  asRecord,
  pageRequest,
  storedRecord,
  threatDetail,
  threatRow,
} from "../../support/sources/source-records";

type Overrides = Record<string, unknown>;
const NOW = new Date("2026-01-02T03:04:05.000Z");
const source = createWafThreat(() => NOW);
const signal = new AbortController().signal;
const map = (row: Overrides = {}, detail: Overrides | null = {}) =>
  mapThreatEvent({
    row: asRecord(threatRow(row)),
    detail: detail && asRecord(threatDetail(detail)),
  });

/** A list of `count` events; each detail is what `detail` gives. */
const cloud = (count: number, detail: (eventId: unknown) => unknown) =>
  new FakeCloudClient((operation, { EventId }) =>
    operation === "DescribeThreatEvent"
      ? {
          TotalCount: count,
          ThreatEvents: Array.from({ length: count }, (_, index) =>
            threatRow({ EventId: `threat-${index}` }),
          ),
        }
      : detail(EventId),
  );
const answering = (count: number) => cloud(count, () => ({ ThreatEventDetail: threatDetail() }));
const detailCalls = (client: FakeCloudClient) =>
  client.operations.filter((name) => name === "DescribeThreatEventDetail").length;

describe("mapping a threat event", () => {
  it.each([["critical"], ["high"], ["medium"], ["low"]])("E18: knows the level %s", (EventLevel) => {
    expect(map({ EventLevel })).toMatchObject({ severity: EventLevel, unmapped: [] });
  });

  it.each([
    ["detail over row", { EventLevel: "high" }, { EventLevel: "low" }, "low"],
    ["row where the detail has none", { EventLevel: "high" }, { EventLevel: "" }, "high"],
    ["row without a detail", { EventLevel: "high" }, null, "high"],
  ])("takes the level of the %s", (_, row, detail, severity) => {
    expect(map(row, detail).severity).toBe(severity);
  });

  it("C4: takes the detail's type, since the list's may be another product's", () => {
    const event = map({ EventTag: "Event_InternalLoginWeakPasswd" }, { EventTag: "WebshellUpload" });
    expect(event.type).toBe("WebshellUpload");
  });

  it.each([
    ["B1 text counts", { EventCnt: "20", EventBlock: "20" }, [20, 20, "blocked"]],
    ["some blocked", { EventCnt: 20, EventBlock: "15" }, [20, 15, "partly-blocked"]],
    ["none blocked", { EventCnt: "20", EventBlock: 0 }, [20, 0, "not-blocked"]],
    ["B2 only a rate", { EventCnt: "20", EventBlock: "" }, [20, null, "blocked"]],
  ])("reads %s", (_, detail, [attackCount, blockedCount, outcome]) => {
    expect(map({}, detail)).toMatchObject({ attackCount, blockedCount, outcome });
  });

  it.each([
    ["0%", "not-blocked"],
    ["99.5%", "partly-blocked"],
    ["100%", "blocked"],
    ["", "unknown"],
    ["most", "unknown"],
  ])("B2: without counts, a block rate of %j means %s", (BlockRate, outcome) => {
    expect(map({ BlockRate }, null).outcome).toBe(outcome);
  });

  it.each([
    ["A1 milliseconds", 1_700_000_600_000],
    ["A2 seconds", 1_700_000_600],
    ["text", "1700000600000"],
  ])("reads the last attack given in %s", (_, EndTime) => {
    expect(map({ EndTime }, { EndTime: null }).lastSeenAt).toBe("2023-11-14T22:23:20.000Z");
  });

  it("takes the later of the row's and the detail's last attack", () => {
    expect(map({}, { EndTime: 1_700_000_700_000 }).lastSeenAt).toBe("2023-11-14T22:25:00.000Z");
    expect(map({ EndTime: null }, { EndTime: 1_700_000_700_000 }).lastSeenAt).toBe(
      "2023-11-14T22:25:00.000Z",
    );
  });

  it.each([
    ["A3 before the last attack", 1_700_000_000, "2023-11-14T22:13:20.000Z"],
    ["A3 after the last attack", 1_764_096_746, null],
    ["none", null, null],
  ])("takes the filter's start for the first attack when it lies %s", (_, start_ts, firstSeenAt) => {
    expect(map({}, { EventCondition: JSON.stringify({ start_ts }) }).firstSeenAt).toBe(firstSeenAt);
  });

  it("E6: gathers attackers from row, detail and filter, each once", () => {
    const EventCondition = JSON.stringify({
      condition: { real_client_ip: ["203.0.113.7", "203.0.113.8"], matched_host: ["api.example.com"] },
    });
    const event = map({}, { EventCondition, EventSrcRegion: "GB-ENG" });
    expect(event.attackers).toMatchObject([
      { value: "203.0.113.7", country: "GB", region: "GB-ENG" },
      { value: "203.0.113.8", country: null },
    ]);
    expect(event.target.host).toBe("api.example.com");
  });

  it.each([
    ["shop.example.com-waf", "shop.example.com"],
    ["default-group", null],
    [null, null],
  ])("reads the host out of the protected object %j", (EventTarget, host) => {
    expect(map({ EventTarget }).target).toMatchObject({ host, resource: EventTarget });
  });

  it("takes secrets out of the log filter among the facts", () => {
    const EventCondition = JSON.stringify({
      condition: { http_cookie: ["sid=s3cret"], querystring: ["token=s3cret&a=b"] },
    });
    const { facts } = source.describe(storedRecord(map({}, { EventCondition })));
    expect(facts).toContainEqual({ label: "Log filter: http_cookie", value: "••••••" });
    expect(facts).toContainEqual({ label: "Log filter: querystring", value: "token=••••••&a=b" });
  });

  it("C4: spells a type out of an undocumented code", () => {
    expect(map({ EventTag: "Event_InternalLoginWeakPasswd" })).toMatchObject({
      type: "Event_InternalLoginWeakPasswd",
      title: "Internal login weak passwd",
    });
  });

  it.each([
    ["no id", { EventId: "" }, /EventId/],
    ["no time", { EndTime: 0 }, /EndTime/],
  ])("refuses a record with %s and names the field", (_, row, reason) => {
    expect(() => map(row, null)).toThrow(reason);
  });

  it("keeps list row and detail side by side, each as it came", () => {
    expect(JSON.parse(map().raw)).toEqual({ ThreatEvent: threatRow(), ThreatEventDetail: threatDetail() });
    expect(JSON.parse(map({}, null).raw)).toEqual({ ThreatEvent: threatRow(), ThreatEventDetail: null });
  });
});

describe("reading the list of threat events", () => {
  it("asks in milliseconds, and for every event's detail, a few at once", async () => {
    const client = answering(30);
    const page = await source.readPage(client, pageRequest());
    expect(client.calls[0]?.parameters).toEqual({
      StartTime: 1_699_920_000_000,
      EndTime: 1_700_006_400_000,
      PageNumber: 1,
      PageSize: 200,
    });
    expect(page.events.every(({ partial, attackCount }) => !partial && attackCount === 20)).toBe(true);
    expect(detailCalls(client)).toBe(30);
    expect(client.mostAtOnce).toBeLessThanOrEqual(6);
  });

  it("does not ask again for the detail of a row that has not changed", async () => {
    const first = await source.readPage(answering(2), pageRequest());
    const stored = Object.fromEntries(first.events.map(({ upstreamKey, raw }) => [upstreamKey, raw]));
    const again = answering(2);
    const second = await source.readPage(again, pageRequest({ stored }));
    expect(detailCalls(again)).toBe(0);
    expect(second.events).toEqual(first.events);
  });

  describe("in a reading of everything", () => {
    const lastSeenAt = Date.parse(map().lastSeenAt);
    /** Reads rows that have not changed, whose details the cloud has corrected. */
    const readAgain = async (count: number, now: number) => {
      const first = await source.readPage(answering(count), pageRequest());
      const stored = Object.fromEntries(first.events.map(({ upstreamKey, raw }) => [upstreamKey, raw]));
      const client = cloud(count, () => ({ ThreatEventDetail: threatDetail({ EventCnt: "41" }) }));
      const request = pageRequest({ stored, again: true });
      const { events } = await createWafThreat(() => new Date(now)).readPage(client, request);
      const corrected = events.filter(({ attackCount }) => attackCount === 41);
      return { calls: detailCalls(client), corrected: corrected.map(({ upstreamKey }) => upstreamKey) };
    };

    it("takes over all corrected details of the last hour", async () => {
      expect((await readAgain(20, lastSeenAt + 1_800_000)).corrected).toHaveLength(20);
    });

    it("takes over older ones in time, few of them at once", async () => {
      const seen = new Set<string>();
      for (let reading = 0; reading < 144; reading += 1) {
        const { calls, corrected } = await readAgain(60, lastSeenAt + 86_400_000 + reading * 600_000);
        expect(calls).toBeLessThan(20);
        for (const key of corrected) seen.add(key);
      }
      expect(seen.size).toBe(60);
    });
  });

  it("keeps a stored detail when reading it again fails", async () => {
    const first = await source.readPage(answering(2), pageRequest());
    const stored = Object.fromEntries(first.events.map(({ upstreamKey, raw }) => [upstreamKey, raw]));
    const client = cloud(2, () => cloudFailure("unavailable"));
    const lastSeenAt = new Date(first.events[0]?.lastSeenAt ?? "");
    const page = await createWafThreat(() => lastSeenAt).readPage(
      client,
      pageRequest({ stored, again: true }),
    );
    expect(detailCalls(client)).toBe(2);
    expect(page.events).toEqual(first.events);
  });

  it("asks again when the row changed, or when the stored record has no detail", async () => {
    const changed = { "threat-0": map({ EventId: "threat-0", BlockRate: "1%" }).raw };
    const partial = { "threat-0": map({ EventId: "threat-0" }, null).raw };
    for (const stored of [changed, partial, { "threat-0": "broken" }]) {
      const client = answering(1);
      await source.readPage(client, pageRequest({ stored }));
      expect(detailCalls(client)).toBe(1);
    }
  });

  it("marks an event whose detail fails or is empty as partial and keeps the page", async () => {
    const client = cloud(3, (eventId) => {
      if (eventId === "threat-1") return cloudFailure("not-found");
      return eventId === "threat-2" ? { ThreatEventDetail: {} } : { ThreatEventDetail: threatDetail() };
    });
    const page = await source.readPage(client, pageRequest());
    expect(page.events.map(({ partial }) => partial)).toEqual([false, true, true]);
    expect(page.events[1]).toMatchObject({ severity: "critical", blockedCount: null, outcome: "blocked" });
  });

  it.each<[CloudErrorKind]>([["denied"], ["unauthenticated"], ["throttled"], ["unavailable"], ["timeout"]])(
    "stops asking for details when they keep failing as %s",
    async (kind) => {
      const client = cloud(100, () => cloudFailure(kind));
      const page = await source.readPage(client, pageRequest());
      expect(page.events).toHaveLength(100);
      expect(detailCalls(client)).toBeLessThanOrEqual(6);
    },
  );

  it("ends at once when it is cancelled", async () => {
    const client = cloud(3, () => cloudFailure("cancelled"));
    await expect(source.readPage(client, pageRequest())).rejects.toMatchObject({ kind: "cancelled" });
  });

  it("keeps the rest of a page when a record cannot be read", async () => {
    const client = new FakeCloudClient((operation) =>
      operation === "DescribeThreatEvent"
        ? { TotalCount: 2, ThreatEvents: [{ EventLevel: "high" }, threatRow()] }
        : { ThreatEventDetail: threatDetail() },
    );
    const page = await source.readPage(client, pageRequest());
    expect(page.events).toHaveLength(1);
    expect(page.rejected).toEqual([
      { raw: '{"EventLevel":"high"}', reason: expect.stringContaining("EventId") },
    ]);
  });
});

describe("the detail of a threat event", () => {
  it.each([
    ["a JSON array as text", '["CVE-2020-14882","DDoS Attack"]', ["CVE-2020-14882", "DDoS Attack"]],
    ["plain text", "CVE-2020-14882", ["CVE-2020-14882"]],
    ["an empty array", "[]", []],
    ["an empty object", "{}", []],
    ["nothing", null, []],
  ])("reads intelligence given as %s", (_, EventIntelligence, labels) => {
    expect(source.describe(storedRecord(map({}, { EventIntelligence }))).intelligence).toEqual(labels);
  });

  it("reads the detail and the five rankings live, each on its own", async () => {
    const client = new FakeCloudClient((operation, { Metric }) => {
      if (operation === "DescribeThreatEventDetail") return { ThreatEventDetail: threatDetail() };
      return Metric === "tools" ? cloudFailure("denied") : { TopMetrics: [{ Value: Metric, Cnt: 3 }] };
    });
    const facets = await source.readLive(client, storedRecord(map()), signal);
    expect(facets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "detail live",
      "time live",
      "src live",
      "target live",
      "type live",
      "tools unavailable",
    ]);
    expect(facets[2]?.value).toEqual([{ Value: "src", Cnt: 3 }]);
  });
});
