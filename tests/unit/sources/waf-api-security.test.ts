import { describe, expect, it } from "vitest";
import { mapApisecEvent } from "@/lib/server/sources/waf-api-security/map-event";
import { createWafApiSecurity } from "@/lib/server/sources/waf-api-security/waf-api-security-source";
import { UnreadableRecord } from "@/lib/server/sources/wire/record-reader";
import { FakeCloudClient } from "../../support/sources/fake-cloud-client";
import { apisecRow, asRecord, pageRequest } from "../../support/sources/source-records";

const source = createWafApiSecurity();
const map = (overrides: Record<string, unknown> = {}) => mapApisecEvent(asRecord(apisecRow(overrides)));
const serving = (...rows: unknown[]) => new FakeCloudClient(() => ({ TotalCount: rows.length, Data: rows }));

describe("mapping an API security event", () => {
  it.each([
    ["high", "high"],
    ["Medium", "medium"],
    [" LOW ", "low"],
  ])("takes the level %j", (EventLevel, severity) => {
    expect(map({ EventLevel })).toMatchObject({ severity, unmapped: [] });
  });

  it.each([["critical"], ["Severe"], [7], [null], [""]])(
    "E18: shows the level %j, which API security does not have, as medium and keeps it visible",
    (EventLevel) => {
      expect(map({ EventLevel })).toMatchObject({
        severity: "medium",
        unmapped: [{ field: "EventLevel", value: String(EventLevel ?? "") }],
      });
    },
  );

  it.each([
    ["C1 Confirmed", "Confirmed", "confirmed"],
    ["C2 Ignore", "Ignore", "ignored"],
    ["ignored", "ignored", "ignored"],
    ["C3 actioned", "actioned", "actioned"],
    ["TOBECONFIRMED", "TOBECONFIRMED", "toBeConfirmed"],
  ])("reads the status %s", (_, UserStatus, status) => {
    expect(map({ UserStatus })).toMatchObject({ status, statusOrigin: "cloud", unmapped: [] });
  });

  it("keeps an unknown status visible and the event open", () => {
    expect(map({ UserStatus: "toBeFixed" })).toMatchObject({
      status: "toBeConfirmed",
      unknownStatus: "toBeFixed",
      unmapped: [{ field: "UserStatus", value: "toBeFixed" }],
    });
  });

  it("does not let a missing status pass for one that the cloud has", () => {
    expect(map({ UserStatus: null })).toMatchObject({ status: "toBeConfirmed", unknownStatus: "" });
    expect(map({ UserStatus: "toBeConfirmed" })).not.toHaveProperty("unknownStatus");
  });

  it("A4: reads seconds given as text", () => {
    expect(map({ StartTs: "1683648000", EndTs: "1683703260" })).toMatchObject({
      firstSeenAt: "2023-05-09T16:00:00.000Z",
      lastSeenAt: "2023-05-10T07:21:00.000Z",
    });
  });

  it("uses the start where there is no end", () => {
    expect(map({ EndTs: 0 })).toMatchObject({
      firstSeenAt: "2023-11-14T22:13:20.000Z",
      lastSeenAt: "2023-11-14T22:13:20.000Z",
    });
  });

  it("drops a start after the end, visibly", () => {
    expect(map({ StartTs: 1_800_000_000 })).toMatchObject({
      firstSeenAt: null,
      unmapped: [{ field: "StartTs", value: "1800000000" }],
    });
  });

  it.each([
    ["no id", { EventId: " " }, /EventId/],
    ["no time", { StartTs: null, EndTs: "" }, /EndTs and StartTs/],
    ["times that are none", { StartTs: "soon", EndTs: -1 }, /EndTs and StartTs/],
  ])("refuses a record with %s and names the field", (_, overrides, reason) => {
    expect(() => map(overrides)).toThrow(UnreadableRecord);
    expect(() => map(overrides)).toThrow(reason);
  });

  it("keeps an id that is a number of 19 digits", () => {
    const row = mapApisecEvent({ value: { ...apisecRow(), EventId: "9223372036854775807" }, raw: "{}" });
    expect(row.upstreamId).toBe("9223372036854775807");
  });

  it("E2: still names attackers when only the deprecated fields come, and when only the new one does", () => {
    const ip = { kind: "ip", value: "203.0.113.9" };
    expect(map({ AttackIps: ["203.0.113.9\n"] }).attackers).toMatchObject([ip]);
    expect(map({ AttackIp: "203.0.113.9" }).attackers).toMatchObject([ip]);
    expect(map({ AttackerList: ["203.0.113.9"] }).attackers).toMatchObject([ip]);
    expect(map({}).attackers).toEqual([]);
  });

  it("merges what several fields say about one attacker", () => {
    const AttackIpInfo = '[{"ip":"203.0.113.9","country_id":"FR","region_id":"-","cnt":"2100"}]';
    const attackers = map({
      AttackerList: [" 203.0.113.9"],
      AttackIps: ["203.0.113.9\n"],
      AttackIpInfo,
      EventInfo: `{"ip_info":${AttackIpInfo.replace("FR", "US").replace("-", "75")}}`,
    }).attackers;
    expect(attackers).toEqual([
      { kind: "ip", value: "203.0.113.9", country: "FR", region: "75", count: 2100, tags: [] },
    ]);
  });

  it("C7: gives RemoteCountry to the only address, and to nobody among several", () => {
    const place = { RemoteCountry: "US", RemoteRegion: "110000" };
    expect(map({ AttackerList: ["203.0.113.9"], ...place }).attackers).toMatchObject([
      { country: "US", region: "110000" },
    ]);
    expect(map({ AttackerList: ["203.0.113.9", "203.0.113.8"], ...place }).attackers).toMatchObject([
      { country: null },
      { country: null },
    ]);
  });

  it.each([
    ["B4 indented", '{\n  "1717498380": 529,\n  "1717498320": "500"\n}', [500, 529]],
    ["over-escaped", '{\\"1717498380\\":529,\\"1717498320\\":500}', [500, 529]],
    ["C8 unsorted", { b: 1, "1717498380": 529, "1717498320": 500 }, [500, 529]],
    ["empty", "{}", []],
    ["absent", null, []],
    ["no JSON", "{", []],
  ])("reads attack counts that come %s, sorted by time", (_, AttackCntInfo, counts) => {
    expect(map({ AttackCntInfo }).attackCounts.map(({ count }) => count)).toEqual(counts);
  });

  it("keeps a count's odd entries visible", () => {
    expect(map({ AttackCntInfo: '{"soon":1,"1717498320":"many"}' }).unmapped).toEqual([
      { field: "AttackCntInfo.1717498320", value: "many" },
      { field: "AttackCntInfo.soon", value: "1" },
    ]);
  });

  it("adds the buckets up only where AllCnt is missing", () => {
    const AttackCntInfo = '{"1717498320":500,"1717498380":529}';
    expect(map({ AttackCntInfo, AllCnt: 10 }).attackCount).toBe(10);
    expect(map({ AttackCntInfo, AllCnt: null }).attackCount).toBe(1029);
  });
});

describe("reading the list of API security events", () => {
  it("asks for the scope, oldest start first, in seconds", async () => {
    const client = serving(apisecRow());
    await source.readPage(client, pageRequest({ list: "account", page: 3 }));
    expect(client.calls[0]).toMatchObject({
      operation: "DescribeApisecEvents",
      priority: "background",
      parameters: {
        EventScope: "account",
        StartTs: 1_699_920_000,
        EndTs: 1_700_006_400,
        OrderKey: "startTs",
        OrderWay: "asc",
        PageNumber: 3,
        PageSize: source.pageSize,
      },
    });
  });

  it("keeps the rest of a page when some of its records cannot be read", async () => {
    const rows = [apisecRow(), "text", null, apisecRow({ EventId: null }), apisecRow({ EventId: "event-2" })];
    const page = await source.readPage(serving(...rows), pageRequest({ list: "ip" }));
    expect(page.events.map(({ upstreamKey }) => upstreamKey)).toEqual(["event-1", "event-2"]);
    expect(page.rejected.map(({ reason }) => reason)).toEqual([
      "The record is not a JSON object.",
      "The record is not a JSON object.",
      "EventId is missing, so the record cannot be told apart.",
    ]);
    expect(page.rejected[0]?.raw).toBe('"text"');
    expect(page.rows).toBe(5);
  });

  it("E3: gives the announced total as it is, larger than the page or smaller", async () => {
    for (const TotalCount of [20, "20"]) {
      const client = new FakeCloudClient(() => ({ TotalCount, Data: [apisecRow()] }));
      expect(await source.readPage(client, pageRequest({ list: "ip" }))).toMatchObject({
        total: 20,
        rows: 1,
      });
    }
  });

  it.each([
    ["null", { TotalCount: 0, Data: null }],
    ["absent", { TotalCount: 0 }],
    ["empty", { TotalCount: 0, Data: [] }],
  ])("takes a list that is %s beside a total for an empty page", async (_, answer) => {
    const page = await source.readPage(new FakeCloudClient(() => answer), pageRequest({ list: "ip" }));
    expect(page).toEqual({ events: [], rejected: [], total: 0, rows: 0 });
  });

  it("does not take an answer without list and total for an empty page", async () => {
    const client = new FakeCloudClient(() => ({ RequestId: "r" }));
    await expect(source.readPage(client, pageRequest({ list: "ip" }))).rejects.toMatchObject({
      kind: "malformed",
      facts: { operation: "DescribeApisecEvents", requestId: "REQ-1" },
    });
  });

  it("keeps number literals and key order of every record", async () => {
    const row = '{"EventId":"e","AllCnt":1.0,"EndTs":1700000600,"Big":9223372036854775807,"A":null}';
    const client = new FakeCloudClient(() => `{"TotalCount":1,"Data":[ ${row} ]}`);
    const page = await source.readPage(client, pageRequest({ list: "ip" }));
    expect(page.events[0]?.raw).toBe(row);
  });
});

describe("the scope account", () => {
  const readAccount = async (row: Record<string, unknown>, stored: Record<string, string> = {}) => {
    const page = await source.readPage(serving(row), pageRequest({ list: "account", stored }));
    return page.events[0];
  };

  it("has keys and attackers of its own", async () => {
    const event = await readAccount(apisecRow({ AttackerList: ["1818743389962696", "alice"] }));
    expect(event?.upstreamKey).toBe("account:event-1");
    expect(event?.upstreamId).toBe("event-1");
    expect(event?.attackers.map(({ kind }) => kind)).toEqual(["account", "account"]);
  });

  it("does not double events of a server that ignores the scope", async () => {
    const row = apisecRow({ AttackerList: ["203.0.113.9", "104.234.140.**"] });
    expect((await readAccount(row))?.upstreamKey).toBe("event-1");
  });

  it("does not double a stored event without attackers that comes again unchanged", async () => {
    const row = apisecRow();
    expect((await readAccount(row, { "event-1": JSON.stringify(row) }))?.upstreamKey).toBe("event-1");
    const other = JSON.stringify(apisecRow({ AllCnt: 1 }));
    expect((await readAccount(row, { "event-1": other }))?.upstreamKey).toBe("account:event-1");
  });
});
