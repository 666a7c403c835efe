import { describe, expect, it } from "vitest";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import { mapApisecEvent } from "@/lib/server/sources/waf-api-security/map-event";
import { createWafApiSecurity } from "@/lib/server/sources/waf-api-security/waf-api-security-source";
import { cloudFailure, FakeCloudClient } from "../../support/sources/fake-cloud-client";
import { apisecRow, asRecord, storedRecord } from "../../support/sources/source-records";

const NOW = new Date("2026-01-02T03:04:05.000Z");
const source = createWafApiSecurity(() => NOW);
const signal = new AbortController().signal;
const stored = (overrides: Record<string, unknown> = {}) =>
  storedRecord(mapApisecEvent(asRecord(apisecRow(overrides))));

describe("the live detail", () => {
  const record = stored({ AttackerList: ["alice"] });

  it("reads the seven facets in the event's scope, JSON opened where it parses", async () => {
    const client = new FakeCloudClient((_, { DetailType }) => ({
      DetailValue: DetailType === "event_info" ? '{\\"location\\":[\\"FR\\"]}' : `plain ${DetailType}`,
    }));
    const facets = await source.readLive(client, record, signal);
    expect(facets.map(({ name }) => name)).toEqual([
      "event_info",
      "api_info",
      "cnt_info",
      "ip_info",
      "sensitive_info",
      "request_data",
      "response_data",
    ]);
    expect(facets[0]).toEqual({
      name: "event_info",
      state: "live",
      readAt: NOW.toISOString(),
      reason: null,
      value: { location: ["FR"] },
    });
    expect(facets[1]?.value).toBe("plain api_info");
    expect(client.calls.map(({ parameters }) => parameters.EventScope)).toEqual(Array(7).fill("account"));
    expect(client.calls.every(({ priority }) => priority === "person")).toBe(true);
  });

  it("marks a facet that fails, with the reason, and still gives the others", async () => {
    const client = new FakeCloudClient((operation, { DetailType }) =>
      DetailType === "ip_info"
        ? cloudFailure("throttled", operation, "Throttling.User")
        : { DetailValue: "" },
    );
    const facets = await source.readLive(client, record, signal);
    expect(facets.filter(({ state }) => state === "unavailable")).toEqual([
      {
        name: "ip_info",
        state: "unavailable",
        readAt: null,
        value: null,
        reason: expect.stringContaining("Throttling.User"),
      },
    ]);
    expect(facets.filter(({ state }) => state === "live").map(({ value }) => value)).toEqual(
      Array(6).fill(null),
    );
  });

  it("ends when nobody waits any more", async () => {
    const aborted = AbortSignal.abort();
    await expect(source.readLive(new FakeCloudClient(() => ({})), record, aborted)).rejects.toBeInstanceOf(
      CloudError,
    );
  });
});

describe("the cloud's history", () => {
  const record = stored();
  const read = (...rows: unknown[]) =>
    source.readHistory?.(new FakeCloudClient(() => ({ RequestId: "r", Data: rows })), record, signal);

  it("E4: is sorted, newest first", async () => {
    const times = [1_700_000_002, "1700000003", 1_700_000_001];
    const history = await read(...times.map((Time) => ({ Time, ToStatus: "ignored" })));
    expect(history?.map(({ at }) => at.slice(17, 19))).toEqual(["23", "22", "21"]);
  });

  it.each([
    ["C1", { ToStatus: "Confirmed", FromStatus: "Ignore" }, { to: "confirmed", from: "ignored" }],
    ["C3", { ToStatus: "actioned" }, { to: "actioned", from: null }],
    ["an unknown word", { ToStatus: "toBeFixed" }, { to: "toBeFixed" }],
    ["C5", { Type: "abnormal", ObjectId: "another", ToStatus: "ignored" }, { to: "ignored" }],
    ["the system", { OperationSource: "System", ToStatus: "x" }, { origin: "cloud-system" }],
    ["an unknown source", { OperationSource: "robot", ToStatus: "x" }, { origin: "cloud-console" }],
    ["nothing at all", {}, { to: "unknown", from: null, note: null, userId: "unknown" }],
  ])("keeps a record with %s", async (_, row, expected) => {
    expect(await read({ Time: 1_700_000_000, ...row })).toMatchObject([expected]);
  });

  it("keeps a record without a usable time, last", async () => {
    const history = await read({ Time: "soon", Note: "odd" }, { Time: 1_700_000_000 });
    expect(history?.at(-1)).toMatchObject({ at: "1970-01-01T00:00:00.000Z", note: "odd" });
  });

  it("is empty only where the cloud says so", async () => {
    expect(await read()).toEqual([]);
    const broken = new FakeCloudClient(() => ({}));
    await expect(source.readHistory?.(broken, record, signal)).rejects.toMatchObject({ kind: "malformed" });
  });
});

describe("the description", () => {
  it("puts a request together and takes secrets out", () => {
    const RequestData = JSON.stringify({
      method: "POST",
      url: "/login?user=a&token=abc123",
      header: { authorization: "Bearer abc123", accept: ["*/*"] },
      body: '{"password":"abc123","name":"a"}',
    });
    const [request] = source.describe(stored({ RequestData })).samples;
    expect(request?.text).toContain("POST /login?user=a&token=••••••");
    expect(request?.text).toContain("accept: */*");
    expect(request?.text).toContain('"name":"a"');
    expect(request?.text).not.toContain("abc123");
    expect(request?.masked).toBe(true);
  });

  it.each([["{}"], [""], [null], ["[]"]])("shows no sample for %j", (RequestData) => {
    expect(source.describe(stored({ RequestData })).samples).toEqual([]);
  });

  it("shows a sample of unknown shape as JSON, and text that is no JSON as it is", () => {
    const samples = (value: string) =>
      source.describe(stored({ RequestData: value, ResponseData: value })).samples;
    expect(samples('{"a":1}').map(({ kind, text }) => [kind, text])).toEqual([
      ["request", '{\n  "a": 1\n}'],
      ["response", '{\n  "a": 1\n}'],
    ]);
    expect(samples("<script>")[0]?.text).toBe("<script>");
  });
});
